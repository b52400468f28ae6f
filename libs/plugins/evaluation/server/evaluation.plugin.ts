/** Evaluations: what sites found out about their interventions and adaptations, whichever way it went. */
import { byId, contribute, definePlugin, readExtension } from '@hub/core/server';
import {
  evaluationCorrected,
  evaluationKind,
  evaluationPage,
  evaluationPublished,
  evaluationWithdrawn,
} from '@hub/plugins/evaluation/contract';
import sdl from '@hub/plugins/evaluation/contract/schema.graphql';
import { personalData } from '@hub/plugins/identity/contract';
import { searchDocuments } from '@hub/plugins/search/contract';
import { notices } from '@hub/plugins/subscriptions/contract';
import { evaluationMigrations } from './evaluation.migrations';
import { CorrectedNotice, PublishedNotice, WithdrawnNotice } from './evaluation.notices';
import { EvaluationPersonalData } from './evaluation.personal-data';
import { evaluationPolicy } from './evaluation.policy';
import { correctionRead, evaluationRead, evaluationsOfSite, evaluationsRoot, subjectRead } from './evaluation.read';
import { EvaluationRecord } from './evaluation.record';
import { EvaluationResolver } from './evaluation.resolver';
import { EvaluationSearch } from './evaluation.search';
import { EvaluationSeed } from './evaluation.seed';
import { EvaluationService } from './evaluation.service';
import { EvaluationStore } from './evaluation.store';

export const evaluationPlugin = definePlugin({
  id: 'evaluation',
  needs: ['sites', 'interventions'],
  uses: ['adaptations', 'search', 'subscriptions', 'identity'],
  kinds: [
    {
      kind: evaluationKind,
      type: 'Evaluation',
      page: evaluationPage,
      followable: true,
      searchKind: 'EVALUATION',
    },
  ],
  schema: sdl,
  records: [EvaluationRecord],
  migrations: evaluationMigrations,
  reads: [evaluationRead, correctionRead, subjectRead],
  readExtensions: [readExtension({ type: 'Site', fields: { evaluations: evaluationsOfSite } })],
  roots: {
    evaluations: evaluationsRoot,
    evaluation: byId('Evaluation'),
    evaluationSubject: byId('EvaluationSubject'),
  },
  permissions: evaluationPolicy,
  resolvers: [EvaluationResolver],
  providers: [EvaluationStore, EvaluationService],
  events: [evaluationPublished, evaluationCorrected, evaluationWithdrawn],
  contributes: [
    contribute(searchDocuments, EvaluationSearch),
    contribute(notices, PublishedNotice),
    contribute(notices, CorrectedNotice),
    contribute(notices, WithdrawnNotice),
    contribute(personalData, EvaluationPersonalData),
  ],
  seed: EvaluationSeed,
});
