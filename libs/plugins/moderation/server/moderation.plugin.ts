/** Moderation: members report what breaks the rules, moderators decide, authors are told. */
import { contribute, definePlugin } from '@hub/core/server';
import { personalData } from '@hub/plugins/identity/contract';
import { moderationEvents } from '@hub/plugins/moderation/contract';
import schema from '@hub/plugins/moderation/contract/schema.graphql';
import { notices, pagesOfRows } from '@hub/plugins/subscriptions/contract';
import { appealRead, nameOpeningRead } from './appeal.read';
import { AppealsService } from './appeals.service';
import { appealsWaitingRoot, caseRead, caseRoot, casesDecidedRoot, casesWaitingRoot } from './case.read';
import { CasesService } from './cases.service';
import { DecisionLetters } from './decision-letters';
import { memberModeration, postModeration } from './extensions.read';
import { ModerationData } from './moderation.data';
import { moderationMigrations } from './moderation.migrations';
import { CasePages, moderationNotices } from './moderation.notices';
import { moderationPolicy } from './moderation.policy';
import { AppealRecord, CaseRecord, NameOpeningRecord, ReportRecord } from './moderation.records';
import { ModerationResolver } from './moderation.resolver';
import { ModerationSeed } from './moderation.seed';
import { NamesService } from './names.service';
import { ownCaseRead, ownCaseRoot, viewerCasesRoot } from './own-case.read';
import { reportRead, viewerReportsRoot } from './report.read';
import { ReportsService } from './reports.service';
import { Subjects } from './subjects';
import { UnseenLetters } from './unseen';

export const moderationPlugin = definePlugin({
  id: 'moderation',
  needs: ['sites', 'identity', 'threads'],
  uses: ['subscriptions'],
  schema,
  records: [CaseRecord, ReportRecord, AppealRecord, NameOpeningRecord],
  migrations: moderationMigrations,
  reads: [caseRead, ownCaseRead, reportRead, appealRead, nameOpeningRead],
  readExtensions: [postModeration, memberModeration],
  roots: {
    casesWaiting: casesWaitingRoot,
    casesDecided: casesDecidedRoot,
    appealsWaiting: appealsWaitingRoot,
    moderationCase: caseRoot,
    viewerReports: viewerReportsRoot,
    viewerCases: viewerCasesRoot,
    ownCase: ownCaseRoot,
  },
  permissions: moderationPolicy,
  resolvers: [ModerationResolver],
  providers: [Subjects, ReportsService, CasesService, AppealsService, NamesService, DecisionLetters, UnseenLetters],
  events: moderationEvents,
  contributes: [
    contribute(personalData, ModerationData),
    contribute(pagesOfRows, CasePages),
    ...moderationNotices.map((notice) => contribute(notices, notice)),
  ],
  seed: ModerationSeed,
});
