/** Adaptations: what a site made of another's intervention, from first look to a published result, and the family it grows. */
import { byId, contribute, definePlugin } from '@hub/core/server';
import {
  AdaptationArchive,
  AdaptationFindings,
  adaptationKind,
  adaptationPage,
  adaptationEnded,
  adaptationLeftOutCore,
  adaptationMoved,
  adaptationPublished,
  adaptationStarted,
  adaptationWentQuiet,
} from '@hub/plugins/adaptations/contract';
import { interventionPublished } from '@hub/plugins/interventions/contract';
import { personalData } from '@hub/plugins/identity/contract';
import { searchDocuments } from '@hub/plugins/search/contract';
import {
  discussionTopics,
  notices,
  pagesOfRows,
  questionsInMail,
  recipients,
} from '@hub/plugins/subscriptions/contract';
import checkInSdl from '@hub/plugins/adaptations/contract/check-in.graphql';
import { interventionKind } from '@hub/plugins/interventions/contract';
import familySdl from '@hub/plugins/adaptations/contract/family.graphql';
import followingSdl from '@hub/plugins/adaptations/contract/following.graphql';
import learningSdl from '@hub/plugins/adaptations/contract/learning.graphql';
import sdl from '@hub/plugins/adaptations/contract/schema.graphql';
import { ArchiveService } from './archive.service';
import { AdaptationRecord } from './adaptation.record';
import { AdaptationStore } from './adaptation.store';
import { adaptationMigrations } from './adaptations.migrations';
import {
  CoreLeftOutNotice,
  AdoptersHearOfReturn,
  AdoptersHearOfWithdrawal,
  MovedNotice,
  OwnersHearOfCore,
  OwnersHearOfMove,
  OwnersHearOfResult,
  PublishedNotice,
  PublishersHearWhatWaits,
} from './adaptations.notices';
import { AdaptationsPersonalData } from './adaptations.personal-data';
import { adaptationPermissions } from './adaptations.policy';
import {
  adaptationRead,
  contextDifferenceRead,
  modificationRead,
  stageChangeRead,
  suitabilityRead,
  taskRead,
} from './adaptation.read';
import { AdaptationsResolver } from './adaptations.resolver';
import { AdaptationSearch } from './adaptations.search';
import { AdaptationsSeed } from './demonstration/adaptations.seed';
import { AdaptationsService } from './adaptations.service';
import { AnswerByLinkController } from './check-ins/answer-by-link.controller';
import { AnswerByLink } from './check-ins/answer-by-link.service';
import { askTeamsSchedule } from './check-ins/ask-teams.schedule';
import { CheckInLinks } from './check-ins/check-in-links';
import { checkInRule, PagesOfCheckIns, WentQuietInMail, WentQuietNotice } from './check-ins/check-in.notices';
import { checkInRead, checkInsRead } from './check-ins/check-in.read';
import { CheckInRecord } from './check-ins/check-in.record';
import { checkInMigrations } from './check-ins/check-ins.migrations';
import { CheckInsResolver } from './check-ins/check-ins.resolver';
import { CheckInsService } from './check-ins/check-ins.service';
import { ComparisonService } from './suitability/comparison.service';
import { CoreLeftOut } from './changes/core-left-out';
import { differenceRead } from './texts/differences.read';
import { interventionExtension, siteExtension } from './adaptation.extensions';
import { endingOutcomeRead, endingRead } from './stages/ending.read';
import { EndedNotice, OwnersHearOfEnding } from './stages/ended.notices';
import { EndingsService } from './stages/endings.service';
import {
  EndingRecord,
  ModificationRecord,
  StageChangeRecord,
  SuitabilityRecord,
  TaskRecord,
} from './suitability/findings.records';
import { CheckInsSeed } from './demonstration/check-ins.seed';
import { FamilySeed } from './demonstration/family.seed';
import { familyFollowingMigrations } from './family/family-following.migrations';
import { familyMigrations } from './family.migrations';
import { FamilyResolver } from './family/family.resolver';
import { BenefitRecord } from './learning/benefit.record';
import { BenefitService } from './learning/benefit.service';
import { partChangeRead, partExperienceRead } from './learning/experience.read';
import { FoldingService } from './learning/folding.service';
import { followedChoiceRead, followedVersionRead } from './following/following.read';
import { FollowedVersionRecord } from './following/following.records';
import { FollowingService } from './following/following.service';
import { furtherSourceRead } from './sources/further-source.read';
import { FurtherSourceRecord } from './sources/further-source.record';
import { FindingsOfOthers } from './suitability/findings-of-others';
import { FindingsService } from './suitability/findings.service';
import { lineageRead } from './family/lineage.read';
import { sharedAdaptationMigrations } from './shared-adaptation.migrations';
import { ResultPublished } from './publish/result-published.handler';
import { lastWord, stalledRoot } from './stalled/stalled.read';
import { StagesService } from './stages/stages.service';
import { TasksService } from './tasks/tasks.service';
import { AdoptersHearOfVersion } from './sources/source-published.notices';
import { SourcesService } from './sources/sources.service';

export const adaptationsPlugin = definePlugin({
  id: 'adaptations',
  needs: ['sites', 'interventions'],
  uses: ['search', 'subscriptions', 'identity'],
  kinds: [
    { kind: adaptationKind, type: 'Adaptation', page: adaptationPage, followable: true, searchKind: 'ADAPTATION' },
  ],
  defaultRules: [
    {
      name: 'adaptations.adopter',
      label: 'Discussions about interventions that your site adapted',
      because: 'It is about an intervention that your site adapted',
      follows: { kind: interventionKind, view: 'adaptations.adopter', topics: discussionTopics },
    },
    checkInRule,
  ],
  families: { kind: interventionKind, origins: 'adaptations.origins', offspring: 'adaptations.offspring' },
  schema: [sdl, checkInSdl, familySdl, followingSdl, learningSdl].join('\n'),
  records: [
    AdaptationRecord,
    SuitabilityRecord,
    ModificationRecord,
    StageChangeRecord,
    EndingRecord,
    TaskRecord,
    FurtherSourceRecord,
    FollowedVersionRecord,
    BenefitRecord,
    CheckInRecord,
  ],
  migrations: [
    ...adaptationMigrations,
    ...sharedAdaptationMigrations,
    ...familyMigrations,
    ...familyFollowingMigrations,
    ...checkInMigrations,
  ],
  reads: [
    ...[adaptationRead, suitabilityRead, contextDifferenceRead, modificationRead, stageChangeRead, taskRead],
    ...[endingRead, endingOutcomeRead, differenceRead, lineageRead],
    ...[furtherSourceRead, followedVersionRead, followedChoiceRead, partExperienceRead, partChangeRead, checkInRead],
  ],
  readExtensions: [interventionExtension, siteExtension, lastWord, checkInsRead],
  roots: { adaptation: byId('Adaptation'), stalledAdaptations: stalledRoot },
  permissions: adaptationPermissions,
  resolvers: [AdaptationsResolver, CheckInsResolver, FamilyResolver],
  controllers: [AnswerByLinkController],
  providers: [
    AdaptationStore,
    AdaptationsService,
    AnswerByLink,
    CheckInLinks,
    CheckInsService,
    ComparisonService,
    CoreLeftOut,
    EndingsService,
    FindingsService,
    StagesService,
    TasksService,
    SourcesService,
    FollowingService,
    FoldingService,
    BenefitService,
    FamilySeed,
    CheckInsSeed,
    ArchiveService,
    { provide: AdaptationArchive, useExisting: ArchiveService },
    FindingsOfOthers,
    { provide: AdaptationFindings, useExisting: FindingsOfOthers },
  ],
  events: [
    ...[adaptationStarted, adaptationMoved, adaptationEnded, adaptationPublished, adaptationLeftOutCore],
    adaptationWentQuiet,
  ],
  schedules: [askTeamsSchedule],
  handlers: [{ event: interventionPublished.name, handler: ResultPublished }],
  contributes: [
    contribute(searchDocuments, AdaptationSearch),
    contribute(notices, MovedNotice),
    contribute(notices, PublishedNotice),
    contribute(recipients, OwnersHearOfMove),
    contribute(notices, EndedNotice),
    contribute(recipients, OwnersHearOfEnding),
    contribute(recipients, OwnersHearOfResult),
    contribute(recipients, PublishersHearWhatWaits),
    contribute(notices, CoreLeftOutNotice),
    contribute(recipients, OwnersHearOfCore),
    contribute(recipients, AdoptersHearOfWithdrawal),
    contribute(recipients, AdoptersHearOfReturn),
    contribute(recipients, AdoptersHearOfVersion),
    contribute(notices, WentQuietNotice),
    contribute(questionsInMail, WentQuietInMail),
    contribute(pagesOfRows, PagesOfCheckIns),
    contribute(personalData, AdaptationsPersonalData),
  ],
  seed: AdaptationsSeed,
});
