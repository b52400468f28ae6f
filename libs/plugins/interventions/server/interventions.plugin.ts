/** Interventions: what a site does, written down well enough that another could do it, in versions that never change. */
import { contribute, definePlugin } from '@hub/core/server';
import {
  interventionKind,
  interventionPage,
  InterventionArchive,
  InterventionDrafts,
  interventionPublished,
  interventionReinstated,
  interventionReviewDue,
  interventionWithdrawn,
  publishedWith,
} from '@hub/plugins/interventions/contract';
import { personalData } from '@hub/plugins/identity/contract';
import { searchDocuments } from '@hub/plugins/search/contract';
import { discussionTopics, notices } from '@hub/plugins/subscriptions/contract';
import creditsSdl from '@hub/plugins/interventions/contract/credits.graphql';
import sdl from '@hub/plugins/interventions/contract/schema.graphql';
import { componentRead, nextVersionRead } from './description/component.read';
import { creditsMigrations } from './credits.migrations';
import { creditRead, creditsOfDraft, creditsOfVersion } from './versions/credits.read';
import { ArchiveService } from './archive.service';
import { DraftsService } from './writing/drafts.service';
import { descriptionReads } from './description/description.read';
import { FreeNames } from './writing/free-names';
import { careModelInterventions, siteInterventions } from './intervention.extensions';
import { interventionRead, withdrawalRead } from './intervention.read';
import { InterventionRecord } from './intervention.record';
import { InterventionStore } from './intervention.store';
import { interventionsMigrations } from './interventions.migrations';
import {
  PublishedNotice,
  ReinstatedNotice,
  ReviewDueNotice,
  reviewRule,
  WithdrawnNotice,
} from './interventions.notices';
import { InterventionsPersonalData } from './interventions.personal-data';
import { editIntervention, interventionsPermissions, readDraft } from './interventions.policy';
import { InterventionsResolver } from './interventions.resolver';
import { interventionsRoots } from './interventions.roots';
import { InterventionSearch } from './interventions.search';
import { InterventionsSeed } from './interventions.seed';
import { InterventionsService } from './interventions.service';
import { ownSiteMigrations } from './own-site.migrations';
import { reminderMigrations } from './reminders.migrations';
import { sharedStandingMigrations } from './shared-standing.migrations';
import { sectionRead } from './description/section.read';
import { versionRead } from './versions/version.read';
import { reviewSchedule } from './description/review.schedule';
import { VersionRecord } from './versions/version.record';
import { WithdrawingService } from './withdrawing/withdrawing.service';

export const interventionsPlugin = definePlugin({
  id: 'interventions',
  needs: ['sites'],
  uses: ['search', 'subscriptions', 'identity'],
  kinds: [
    {
      kind: interventionKind,
      type: 'Intervention',
      page: interventionPage,
      followable: true,
      searchKind: 'INTERVENTION',
      attachable: { by: editIntervention, versions: { type: 'InterventionVersion', draftReaders: readDraft } },
    },
  ],
  defaultRules: [
    {
      name: 'interventions.own-site',
      label: 'Discussions about interventions of your site',
      because: 'It is about an intervention of your site',
      follows: { kind: interventionKind, view: 'interventions.own_site', topics: discussionTopics },
    },
    reviewRule,
  ],
  schema: `${sdl}\n${creditsSdl}`,
  records: [InterventionRecord, VersionRecord],
  migrations: [
    ...interventionsMigrations,
    ...sharedStandingMigrations,
    ...creditsMigrations,
    ...reminderMigrations,
    ...ownSiteMigrations,
  ],
  reads: [
    interventionRead,
    versionRead,
    sectionRead,
    componentRead,
    nextVersionRead,
    withdrawalRead,
    creditRead,
    ...descriptionReads,
  ],
  readExtensions: [creditsOfVersion, creditsOfDraft, careModelInterventions, siteInterventions],
  roots: interventionsRoots,
  permissions: interventionsPermissions,
  resolvers: [InterventionsResolver],
  providers: [
    InterventionStore,
    FreeNames,
    DraftsService,
    InterventionsService,
    WithdrawingService,
    ArchiveService,
    { provide: InterventionArchive, useExisting: ArchiveService },
    { provide: InterventionDrafts, useExisting: DraftsService },
  ],
  events: [interventionPublished, interventionWithdrawn, interventionReinstated, interventionReviewDue],
  schedules: [reviewSchedule],
  offers: [publishedWith],
  contributes: [
    contribute(searchDocuments, InterventionSearch),
    contribute(notices, PublishedNotice),
    contribute(notices, WithdrawnNotice),
    contribute(notices, ReinstatedNotice),
    contribute(notices, ReviewDueNotice),
    contribute(personalData, InterventionsPersonalData),
  ],
  seed: InterventionsSeed,
});
