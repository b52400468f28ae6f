/** How the programme's history is read. Nothing here is worked out or filled in: what was not found stays null. */
import { column, entityColumn, list, one, part, readModel, sql } from '@hub/core/server';
import { vanguardKind } from '@hub/plugins/sites/contract';
import { jsonRows } from './json-rows';
import { holding, ofCareModels } from './text-filter';

const vanguardRead = readModel({
  type: 'Vanguard',
  source: 'sites.vanguard',
  kind: vanguardKind,
  guard: 'ref',
  fields: {
    slug: sql(({ t }) => `split_part(${t}.ref, '/', 2)`),
    listNumber: column('list_number'),
    name: entityColumn('title'),
    alternativeNames: column('alternative_names'),
    modelType: one('ModelType', ({ e }) => `${e}.care_models[1]`),
    region: column('region'),
    places: column('places'),
    leadOrganisations: column('lead_organisations'),
    partnerOrganisations: column('partner_organisations'),
    population: part('VanguardPopulation', { exists: ({ t }) => `${t}.population IS NOT NULL` }),
    knownInterventions: jsonRows(
      'VanguardIntervention',
      'known_interventions',
      'name text, note text, "sourceId" text',
    ),
    evaluations: jsonRows('VanguardEvaluation', 'evaluations', 'summary text, "sourceId" text'),
    notes: column('notes'),
    sources: list('VanguardSource', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.t}.source_refs)`,
      orderBy: ({ t, parent }) => `array_position(${parent.t}.source_refs, ${t}.ref)`,
    }),
  },
  orders: { LIST: { descending: false, keys: [{ sql: ({ t }) => `${t}.list_number`, type: 'int' }] } },
  filters: {
    modelTypes: ofCareModels,
    text: holding(
      ({ t, e }) =>
        `concat_ws(' ', ${e}.title, array_to_string(${t}.alternative_names || ${t}.places, ' '), ${t}.region)`,
    ),
  },
});

const populationFact = (name: string, type: string) => sql(({ t }) => `(${t}.population->>'${name}')::${type}`);
const sourceOfRow = one('VanguardSource', ({ t }) => `${t}."sourceId"`);

export const vanguardReads = [
  vanguardRead,
  readModel({
    type: 'VanguardPopulation',
    fields: {
      value: populationFact('value', 'int'),
      approximate: populationFact('approximate', 'boolean'),
      basis: populationFact('basis', 'text'),
      source: one('VanguardSource', ({ t }) => `${t}.population->>'sourceId'`),
    },
  }),
  readModel({
    type: 'VanguardIntervention',
    fields: { name: column('name'), note: column('note'), source: sourceOfRow },
  }),
  readModel({ type: 'VanguardEvaluation', fields: { summary: column('summary'), source: sourceOfRow } }),
  readModel({
    type: 'VanguardSource',
    source: 'sites.vanguard_source',
    fields: { kind: column('kind'), citation: column('citation'), url: column('url') },
  }),
];
