/**
 * Which object types are guarded, by whom they may be read and which of their texts carry canaries: written by hand, beside the hub
 * and without its code. A type that is not listed here fails the gate; so does a text of a guarded type that is neither planted nor
 * listed as plain.
 */

export interface Guarded {
  /** Who may read it, in words. */
  readonly rule: string;
  /** Texts that hold no words of people: codes, names from a list, words of the hub's own. */
  readonly plain?: readonly string[];
  /** Texts made of others, which are planted: of which. */
  readonly made?: Readonly<Record<string, string>>;
  /** Fields that no viewer of the matrix has filled, each for a reason given here. */
  readonly unfilled?: Readonly<Record<string, string>>;
}

/** Of what can be followed. Interventions alone have families. */
const leavesNothingOut = { viewerLeavesOut: 'nobody here leaves out kinds of news of it: levels.db.spec.ts' };
const noFamily = { ...leavesNothingOut, viewerFollowsFamily: 'it has no family' };

const asTheAdaptation = 'whoever may read the adaptation that it is recorded in';

export const guarded: Readonly<Record<string, Guarded>> = {
  Member: {
    rule: 'anyone signed in; the number of unread notifications by themselves alone',
    plain: ['whoCanSee', 'photo', 'professionalGroup'],
    unfilled: noFamily,
  },
  SiteMembershipConnection: { rule: 'anyone signed in' },
  SiteMembershipEdge: { rule: 'anyone signed in', plain: ['cursor'] },
  SiteInvitation: {
    rule: 'the leads of the site',
    unfilled: { acceptedBy: 'nobody accepts one here: invitations.db.spec.ts' },
  },
  SiteInvitationConnection: { rule: 'the leads of the site' },
  SiteInvitationEdge: { rule: 'the leads of the site', plain: ['cursor'] },
  JoinRequest: {
    rule: 'whoever asked, and the leads of the site',
    unfilled: { role: 'whoever is let in here is a member then, and asks no more: joining.db.spec.ts' },
  },
  JoinRequestConnection: { rule: 'as its requests' },
  JoinRequestEdge: { rule: 'as its request', plain: ['cursor'] },
  SiteProposal: {
    rule: 'whoever proposed it, and administrators',
    unfilled: { site: 'no site is opened here: proposals.db.spec.ts' },
  },
  SiteProposalConnection: { rule: 'as its proposals' },
  SiteProposalEdge: { rule: 'as its proposal', plain: ['cursor'] },
  Account: {
    rule: 'oneself',
    plain: ['newEmail'],
    unfilled: { newEmail: 'nobody changes their address here: email-change.db.spec.ts' },
  },
  Session: { rule: 'oneself', plain: ['device'] },
  SecondFactor: { rule: 'oneself' },
  ApiToken: {
    rule: 'oneself',
    unfilled: {
      lastUsedAt: 'no token is used here: api-tokens.db.spec.ts',
      revokedAt: 'none is taken back here',
    },
  },
  AdministrationWork: { rule: 'administrators' },
  ManagedMember: { rule: 'administrators', made: { displayName: 'Member.displayName' } },
  ManagedMemberConnection: { rule: 'administrators' },
  ManagedMemberEdge: { rule: 'administrators', plain: ['cursor'] },
  ManagedSite: { rule: 'administrators' },
  ManagedSiteConnection: { rule: 'administrators' },
  ManagedSiteEdge: { rule: 'administrators', plain: ['cursor'] },
  AuditEntry: {
    rule: 'administrators, whoever did it or whom it is about, the leads of the site and those who facilitate the community that it is about; none of them what it is about unseen',
    plain: ['action'],
    made: { subjectId: 'the title of what it is about', subjectTitle: 'the title of what it is about' },
  },
  AuditFact: {
    rule: 'as its entry; what a value names, whoever may see that',
    plain: ['name'],
    made: { value: 'the reasons that administrators give', title: 'the title of what it names' },
  },
  AuditEntryConnection: { rule: 'as its entries' },
  AuditEntryEdge: { rule: 'as its entry', plain: ['cursor'] },
  ManagedLetter: {
    rule: 'administrators, but for the words',
    plain: ['problem'],
    made: { recipient: 'SiteInvitation.email' },
    unfilled: { problem: 'no letter is refused here: care.db.spec.ts', sentAt: 'none is sent here' },
  },
  ManagedLetterConnection: { rule: 'administrators' },
  ManagedLetterEdge: { rule: 'administrators', plain: ['cursor'] },
  BrokenGlass: {
    rule: 'administrators; what was opened by the one who opened it',
    made: { entityId: 'the title of what was opened' },
    unfilled: { entity: 'whoever opened it is no viewer here: glass.db.spec.ts' },
  },
  BrokenGlassConnection: { rule: 'administrators' },
  BrokenGlassEdge: { rule: 'administrators', plain: ['cursor'] },
  ParkedDelivery: { rule: 'administrators', plain: ['event', 'handler'] },
  ParkedDeliveryConnection: { rule: 'administrators' },
  ParkedDeliveryEdge: { rule: 'administrators', plain: ['cursor'] },
  HubState: {
    rule: 'administrators',
    plain: ['postgres', 'migration'],
    unfilled: { oldestDeliveryAt: 'the outbox is worked dry here: care.db.spec.ts' },
  },
  ScheduleState: {
    rule: 'administrators',
    plain: ['name'],
    unfilled: { doneAt: 'nothing is due here: care.db.spec.ts' },
  },
  TableSize: { rule: 'administrators', plain: ['name'], unfilled: { rows: 'PostgreSQL estimates when it likes' } },
  HubInstance: { rule: 'administrators', plain: ['role', 'host', 'version', 'node'] },
  RecordType: { rule: 'administrators', plain: ['type', 'name', 'period', 'basis'] },
  RecordDue: {
    rule: 'administrators who may read the record',
    plain: ['type'],
    made: { title: 'the title of the record' },
  },
  RecordDueConnection: { rule: 'administrators, counted for the viewer' },
  RecordDueEdge: { rule: 'administrators', plain: ['cursor'] },
  LegalHold: { rule: 'administrators who may read the record', made: { title: 'the title of the record' } },
  LegalHoldConnection: { rule: 'administrators, counted for the viewer' },
  LegalHoldEdge: { rule: 'administrators', plain: ['cursor'] },
  MemberConnection: { rule: 'as its members' },
  MemberEdge: { rule: 'as its member', plain: ['cursor'] },
  Intervention: {
    rule: 'a draft by editors of its site; a published one by its visibility',
    plain: ['startedOn', 'stoppedOn', 'reviewOn', 'whoCanSee'],
    made: {
      slug: 'title',
      problem: 'Description.problem',
      population: 'Description.population',
      outcomesMeasured: 'Description.outcomesMeasured',
    },
    unfilled: { ...leavesNothingOut, promotions: 'nobody asks about a component here: promotion.db.spec.ts' },
  },
  InterventionVersion: {
    rule: 'whoever may read its intervention',
    made: { title: 'Intervention.title', summary: 'Intervention.summary' },
    unfilled: { credits: 'folding.db.spec.ts reads them as who may and who may not; those of a draft are read here' },
  },
  Attachment: {
    rule: 'as the version or the draft that holds it; while it is kept back whoever reads drafts',
    plain: ['mediaType', 'finding'],
    made: { address: 'name' },
    unfilled: { finding: 'no malware is sent here: scanning.db.spec.ts' },
  },
  Section: { rule: 'of a version as the version; of a draft by editors of the site', plain: ['key', 'heading'] },
  Component: { rule: 'of a version as the version; of a draft by editors of the site', plain: ['key'] },
  NextVersion: { rule: 'those who write or evaluate for the site' },
  Withdrawal: { rule: 'whoever may read the intervention' },
  Description: { rule: 'of a version as the version; of a draft by editors of the site' },
  PopulationSegment: { rule: 'as the description', plain: ['slug', 'name'] },
  Need: { rule: 'as the description' },
  Risk: { rule: 'as the description' },
  InterventionConnection: { rule: 'as its interventions, counted for the viewer' },
  InterventionEdge: { rule: 'as its intervention', plain: ['cursor'] },
  InterventionVersionConnection: { rule: 'as its versions' },
  InterventionVersionEdge: { rule: 'as its version', plain: ['cursor'] },
  Adaptation: {
    rule: 'members of the adapting site until it is tested; then the network; once published, whoever may read source and result',
    plain: ['whoCanSee'],
    made: { title: 'the title of its source' },
    unfilled: noFamily,
  },
  AdaptationConnection: { rule: 'as its adaptations, counted for the viewer' },
  AdaptationEdge: { rule: 'as its adaptation', plain: ['cursor'] },
  SuitabilityEntry: { rule: asTheAdaptation },
  Figure: { rule: 'whoever may read what it stands in' },
  ContextDifference: { rule: asTheAdaptation },
  Modification: {
    rule: asTheAdaptation,
    plain: ['codes', 'sectionKeys', 'componentKeys', 'leftOutKeys'],
  },
  SectionDifference: {
    rule: 'whoever may read the adaptation and its result; the local text of a draft by editors alone',
    plain: ['key', 'heading'],
    made: { source: 'Section.body' },
  },
  StageChange: { rule: asTheAdaptation },
  AdaptationEnding: { rule: asTheAdaptation },
  EndingOutcome: { rule: 'whoever may read the adaptation and what grew from it' },
  AdaptationTask: { rule: 'editors of the adapting site', plain: ['key'] },
  FurtherSource: { rule: 'whoever may read the adaptation and what it draws on' },
  CheckIn: {
    rule: 'editors of the adapting site; once they said that it is still going, whoever may read the adaptation',
  },
  FollowedVersion: { rule: asTheAdaptation },
  FollowedChoice: { rule: asTheAdaptation, plain: ['key'], made: { heading: 'Component.name' } },
  PartExperience: {
    rule: 'made of the adaptations that the viewer may read, and counted for the viewer',
    plain: ['key'],
    made: { heading: 'Component.name' },
  },
  PartChange: { rule: 'whoever may read the adaptation', made: { text: 'SectionDifference.local' } },
  Credit: {
    rule: 'whoever may read the text and the adaptation that it thanks for',
    plain: ['key'],
    made: { heading: 'Component.name' },
  },
  Lineage: { rule: 'made of the interventions and adaptations that the viewer may read' },
  AdopterConnection: { rule: 'as its adaptations, counted for the viewer' },
  AdopterEdge: { rule: 'as its adaptation', plain: ['cursor'] },
  TriedConnection: { rule: 'as what was tried, counted for the viewer' },
  TriedEdge: { rule: 'whoever may read the intervention, and the adaptation where there is one', plain: ['cursor'] },
  Evaluation: {
    rule: 'a draft by those who write or evaluate for its site; a published or withdrawn one by whoever may read what it is about',
    plain: ['periodFrom', 'periodTo', 'whoCanSee'],
    unfilled: noFamily,
  },
  EvaluationCorrection: { rule: 'whoever may read the evaluation' },
  EvaluationSubject: {
    rule: 'whoever may read the intervention or adaptation that it is',
    made: { title: 'the title of what can be evaluated' },
  },
  EvaluationConnection: { rule: 'as its evaluations, counted for the viewer' },
  EvaluationEdge: { rule: 'as its evaluation', plain: ['cursor'] },
  Thread: { rule: 'anyone signed in who may read what it is about', plain: ['whoCanSee'], unfilled: noFamily },
  Post: {
    rule: 'whoever may read its thread; the text of a removed one by nobody, of one that waits for a moderator by its author and moderators; an anonymous author by nobody',
    unfilled: { viewerCase: 'whoever wrote it asks some of all paths here: cases.db.spec.ts' },
  },
  Report: { rule: 'whoever reported, and moderators who may read the thread' },
  ReportConnection: { rule: 'whoever reported' },
  ReportEdge: { rule: 'whoever reported', plain: ['cursor'] },
  ModerationCase: {
    rule: 'moderators who may read the thread and did not write it; an anonymous author by the one who opened the name',
    unfilled: { openedName: 'whoever opens a name is no viewer here: names.db.spec.ts' },
  },
  Appeal: { rule: 'as its case' },
  NameOpening: { rule: 'as its case' },
  ModerationCaseConnection: { rule: 'as its cases, counted for the viewer' },
  ModerationCaseEdge: { rule: 'as its case', plain: ['cursor'] },
  OwnCase: {
    rule: 'the one who wrote what it is about, once it is hidden or decided',
    made: { decisionReason: 'ModerationCase.decisionReason' },
  },
  OwnCaseConnection: { rule: 'as its cases' },
  OwnCaseEdge: { rule: 'as its case', plain: ['cursor'] },
  ThreadSummary: { rule: 'whoever may read the thread' },
  ThreadTag: {
    rule: 'made of the threads that the viewer may read, and counted for the viewer',
    made: { tag: 'Thread.tags' },
  },
  Tag: {
    rule: 'anyone signed in; of a word, while they all may read a thread that bears it',
    made: { name: 'Thread.tags', word: 'Thread.tags' },
    plain: ['whoCanSee'],
    unfilled: { ...noFamily, enabler: 'the one asked for is a lesson: threads-followed.db.spec.ts' },
  },
  PostReference: {
    rule: 'whoever may see the post and what it names',
    made: { written: 'the name of what it names', title: 'the title of what it names' },
  },
  Promotion: {
    rule: 'whoever may read the record; that an entry of it came from a post, and the post, whoever can read that too',
    made: { recordTitle: 'the title of the record', component: 'the name of a component of the record' },
    unfilled: {
      component: 'nobody asks about a component here: promotion.db.spec.ts',
      version: 'nothing is published after a change from a post here: promotion.db.spec.ts',
    },
  },
  ReferenceSuggestion: {
    rule: 'whoever may see what it names',
    made: { written: 'the name of what it names', title: 'the title of what it names', owner: 'a site' },
  },
  PostRevision: {
    rule: 'whoever may see the post; of a removed one nobody; of one that waits for a moderator its author and moderators',
  },
  ReactionCount: { rule: 'whoever may read the post', plain: ['kind'] },
  ThreadActivity: { rule: 'whoever may read the thread, when it happens' },
  ThreadsRead: { rule: 'the one whose threads were read' },
  ThreadConnection: { rule: 'as its threads, counted for the viewer' },
  ThreadEdge: { rule: 'as its thread', plain: ['cursor'] },
  SiteWithoutReplyConnection: { rule: 'made of the threads that the viewer may see' },
  SiteWithoutReplyEdge: { rule: 'made of the threads that the viewer may see', plain: ['cursor'] },
  PostConnection: { rule: 'as its posts' },
  PostEdge: { rule: 'as its post', plain: ['cursor'] },
  Community: {
    rule: 'its card: of an open one anyone, of a closed one anyone signed in, of a private one its members and whoever is invited; what is inside: of an open one anyone signed in, of others their members',
    plain: ['whoCanSee'],
    unfilled: noFamily,
  },
  CommunityResource: {
    rule: 'whoever sees inside the community and may see the thing; what could be pinned, those who facilitate it',
    made: { title: 'the title of the thing', owner: 'a site' },
  },
  CommunityConnection: { rule: 'as its communities, counted for the viewer' },
  CommunityEdge: { rule: 'as its community', plain: ['cursor'] },
  CommunityMembershipConnection: { rule: 'whoever sees inside the community' },
  CommunityMembershipEdge: { rule: 'whoever sees inside the community', plain: ['cursor'] },
  UnansweredMemberConnection: { rule: 'those who facilitate the community' },
  UnansweredMemberEdge: { rule: 'those who facilitate the community, and may see what was said', plain: ['cursor'] },
  CommunityRequest: { rule: 'whoever asked, and those who facilitate the community' },
  CommunityRequestConnection: { rule: 'as its requests' },
  CommunityRequestEdge: { rule: 'as its request', plain: ['cursor'] },
  CommunityInvitation: { rule: 'whoever is invited, and those who facilitate the community' },
  CommunityInvitationConnection: { rule: 'as its invitations' },
  CommunityInvitationEdge: { rule: 'as its invitation', plain: ['cursor'] },
  Notification: {
    rule: 'the one who was told',
    plain: ['happened', 'eventName'],
    made: { reason: 'what is followed, or who acted' },
  },
  NotificationConnection: { rule: 'the one who was told' },
  NotificationEdge: { rule: 'the one who was told', plain: ['cursor'] },
  NotificationsRead: { rule: 'the one who was told' },
  Follow: { rule: 'the one who follows, while they see what it is' },
  FollowConnection: { rule: 'the one who follows' },
  FollowEdge: { rule: 'the one who follows', plain: ['cursor'] },
  MailSettings: { rule: 'oneself' },
  DefaultRule: { rule: 'oneself', plain: ['name', 'label'] },
  SearchConnection: { rule: 'as what is found, counted for the viewer' },
  SearchEdge: { rule: 'as what is found', plain: ['cursor'], made: { matchedLine: 'what is found' } },
  SearchMatch: {
    rule: 'as what is found',
    plain: ['place'],
    made: { line: 'what is found', words: 'what is found' },
  },
  SavedSearch: { rule: 'its owner', plain: ['kinds', 'modelTypes', 'stages', 'whoCanSee'], unfilled: noFamily },
  SearchCount: {
    rule: 'made of what the viewer may find, and counted for the viewer',
    made: { value: 'the tags of what is found' },
  },
};

/** Public by design: history, the care models, what a site says of itself, and shells without words of their own. */
export const publicTypes: readonly string[] = [
  ...['Query', 'Mutation', 'Subscription', 'PageInfo', 'ModelType'],
  ...['Site', 'SiteConnection', 'SiteEdge', 'SitePopulation', 'SiteOrganisation', 'SiteContextFactor'],
  ...['SitePriorInitiative', 'SiteSkill', 'SiteLikeness', 'ComparedFact'],
  ...['Vanguard', 'VanguardConnection', 'VanguardEdge', 'VanguardPopulation', 'VanguardIntervention'],
  ...['VanguardEvaluation', 'VanguardSource'],
];

/** What is answered by itself, to mutations above all: the guarded types inside are read anew as the viewer. */
export const payloads: readonly string[] = [
  ...['AttachmentPayload', 'RemovedAttachmentPayload'],
  ...[
    'InterventionPayload',
    'UndoFoldBackPayload',
    'AdaptationPayload',
    'EvaluationPayload',
    'ThreadPayload',
    'MarkThreadsReadPayload',
    'SavedSearchPayload',
    'RemovedSavedSearchPayload',
    'UndoMarkThreadsReadPayload',
    'PostPayload',
    'PromotionPayload',
    'TakeOutPromotionPayload',
    'FollowPayload',
    'MailSettingsPayload',
    'DefaultRulePayload',
    'MailLinkPayload',
    'CheckInPayload',
    'CheckInLinkPayload',
  ],
  ...[
    'NotificationsPayload',
    'SiteIndexingPayload',
    'ProfilePayload',
    'EndSessionsPayload',
    'StartSecondFactorPayload',
  ],
  'RenewRecoveryCodesPayload',
  ...['ConfirmSecondFactorPayload', 'ProveSecondFactorPayload', 'RemoveSecondFactorPayload', 'EmailChangePayload'],
  ...[
    'MakeApiTokenPayload',
    'RevokeApiTokenPayload',
    'ExportMyDataPayload',
    'EraseMePayload',
    'OpenedInvitationPayload',
  ],
  ...[
    'InvitationPayload',
    'AcceptedInvitationPayload',
    'JoinRequestPayload',
    'SiteProposalPayload',
    'SitePersonPayload',
  ],
  ...['MemberAccessPayload', 'ManagedMemberPayload', 'EmailDomainsPayload', 'CheckAuditPayload', 'ExportPayload'],
  ...[
    'ReadLetterPayload',
    'SendLetterAgainPayload',
    'RetryDeliveryPayload',
    'DiscardDeliveryPayload',
    'BreakGlassPayload',
    'CloseGlassPayload',
  ],
  ...['LegalHoldPayload', 'ImportFamilyPayload'],
  ...['CommunityPayload', 'CommunityRequestPayload', 'CommunityInvitationPayload'],
  ...['DeclineCommunityInvitationPayload', 'LeaveCommunityPayload'],
  ...['ReportPayload', 'ModerationCasePayload', 'OpenNamePayload', 'OwnCasePayload'],
];
