/** How evaluations are read. The access scope is added by core, because the model names its guard. */
import {
  any,
  column,
  entityColumn,
  figuresIn,
  list,
  many,
  newestFirst,
  one,
  readModel,
  viewerCan,
} from '@hub/core/server';
import { evaluatedKinds, evaluationKind } from '@hub/plugins/evaluation/contract';
import { evaluationFilters } from './evaluation.filters';
import { writeEvaluation } from './evaluation.policy';

export const evaluationRead = readModel({
  type: 'Evaluation',
  source: 'evaluation.evaluation',
  kind: evaluationKind,
  guard: 'ref',
  fields: {
    title: entityColumn('title'),
    question: entityColumn('summary'),
    status: column('status'),
    revision: column('revision'),
    about: any(({ t }) => `${t}.about_ref`),
    site: one('Site', ({ t }) => `${t}.site_ref`),
    modelTypes: list('ModelType', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.e}.care_models)`,
      orderBy: ({ t }) => `${t}.position`,
    }),
    methods: column('methods'),
    methodNote: column('method_note'),
    periodFrom: column('period_from'),
    periodTo: column('period_to'),
    findings: column('findings'),
    verdict: column('verdict'),
    sureness: column('sureness'),
    limitations: column('limitations'),
    figures: figuresIn('figures'),
    funding: column('funding'),
    author: one('Member', ({ t }) => `${t}.author_ref`),
    createdAt: column('created_at'),
    publishedAt: column('published_at'),
    corrections: list('EvaluationCorrection', {
      from: ({ t, parent }) =>
        `ROWS FROM (jsonb_to_recordset(${parent.t}.corrections) AS (at timestamptz, by text, note text)) WITH ORDINALITY ` +
        `AS ${t} (at, by_ref, note, place)`,
      orderBy: ({ t }) => `${t}.place DESC`,
    }),
    withdrawnAt: column('withdrawn_at'),
    withdrawnBy: one('Member', ({ t }) => `${t}.withdrawn_by`),
    withdrawnReason: column('withdrawn_reason'),
    viewerCanEdit: viewerCan(writeEvaluation),
    illustrative: column('illustrative'),
  },
  filters: evaluationFilters,
});

export const correctionRead = readModel({
  type: 'EvaluationCorrection',
  fields: { at: column('at'), by: one('Member', ({ t }) => `${t}.by_ref`), note: column('note') },
});

const newest = newestFirst(
  ({ t }) => `${t}.listed_at`,
  ({ t }) => `${t}.ref`,
);

export const evaluationsRoot = many('Evaluation', { order: newest });

/** Those of the site that holds the field. */
export const evaluationsOfSite = many('Evaluation', {
  where: ({ t, parent }) => `${t}.site_ref = ${parent.t}.ref`,
  order: newest,
});

/** The directory's own rows of the kinds that can be evaluated: nothing here knows what they are. */
export const subjectRead = readModel({
  type: 'EvaluationSubject',
  source: 'core.entity',
  guard: 'ref',
  always: ({ t }) => `${t}.kind = ANY('{${evaluatedKinds.join(',')}}'::text[])`,
  fields: {
    id: column('ref'),
    title: column('title'),
    site: one('Site', ({ t }) => `${t}.owner_ref`),
    evaluations: many('Evaluation', { where: ({ t, parent }) => `${t}.about_ref = ${parent.t}.ref`, order: newest }),
    viewerCanEvaluate: viewerCan(writeEvaluation),
  },
});
