/** Adaptations: what a site made of another's intervention, from first look to a published result, and the family it grows. */
import { byId, contribute, definePlugin } from '@hub/core/server';
import {
  adaptationKind,
  adaptationPage,
  adaptationMoved,
  adaptationPublished,
  adaptationStarted,
} from '@hub/plugins/adaptations/contract';
import { interventionPublished } from '@hub/plugins/interventions/contract';
import { personalData } from '@hub/plugins/identity/contract';
import { searchDocuments } from '@hub/plugins/search/contract';
import { notices, recipients } from '@hub/plugins/subscriptions/contract';
import sdl from '@hub/plugins/adaptations/contract/schema.graphql';
import { AdaptationRecord } from './adaptation.record';
import { AdaptationStore } from './adaptation.store';
import { adaptationMigrations } from './adaptations.migrations';
import { MovedNotice, OwnersHearOfMove, OwnersHearOfResult, PublishedNotice } from './adaptations.notices';
import { AdaptationsPersonalData } from './adaptations.personal-data';
import { adaptationPermissions } from './adaptations.policy';
import { adaptationRead, figureRead, modificationRead, stageChangeRead, suitabilityRead } from './adaptation.read';
import { AdaptationsResolver } from './adaptations.resolver';
import { AdaptationSearch } from './adaptations.search';
import { AdaptationsSeed } from './adaptations.seed';
import { AdaptationsService } from './adaptations.service';
import { differenceRead } from './differences.read';
import { interventionExtension, siteExtension } from './adaptation.extensions';
import { ModificationRecord, StageChangeRecord, SuitabilityRecord } from './findings.records';
import { FindingsService } from './findings.service';
import { lineageRead } from './lineage.read';
import { sharedAdaptationMigrations } from './shared-adaptation.migrations';
import { ResultPublished } from './result-published.handler';

export const adaptationsPlugin = definePlugin({
  id: 'adaptations',
  needs: ['sites', 'interventions'],
  uses: ['search', 'subscriptions', 'identity'],
  kinds: [
    { kind: adaptationKind, type: 'Adaptation', page: adaptationPage, followable: true, searchKind: 'ADAPTATION' },
  ],
  schema: sdl,
  records: [AdaptationRecord, SuitabilityRecord, ModificationRecord, StageChangeRecord],
  migrations: [...adaptationMigrations, ...sharedAdaptationMigrations],
  reads: [adaptationRead, suitabilityRead, figureRead, modificationRead, stageChangeRead, differenceRead, lineageRead],
  readExtensions: [interventionExtension, siteExtension],
  roots: { adaptation: byId('Adaptation') },
  permissions: adaptationPermissions,
  resolvers: [AdaptationsResolver],
  providers: [AdaptationStore, AdaptationsService, FindingsService],
  events: [adaptationStarted, adaptationMoved, adaptationPublished],
  handlers: [{ event: interventionPublished.name, handler: ResultPublished }],
  contributes: [
    contribute(searchDocuments, AdaptationSearch),
    contribute(notices, MovedNotice),
    contribute(notices, PublishedNotice),
    contribute(recipients, OwnersHearOfMove),
    contribute(recipients, OwnersHearOfResult),
    contribute(personalData, AdaptationsPersonalData),
  ],
  seed: AdaptationsSeed,
});
