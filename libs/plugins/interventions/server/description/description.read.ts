/** How descriptions are read, of a version and of a draft: out of the holding row's `description`. */
import { column, figuresIn, list, part, readModel, sql } from '@hub/core/server';

/** The description of the holding row. */
export const descriptionIn = part('Description');

const rowsOf = (name: string, columns: string, names: string) => ({
  from: ({ t, parent }: { t: string; parent: { t: string } }) =>
    `ROWS FROM (jsonb_to_recordset(${parent.t}.description->'${name}') AS (${columns})) WITH ORDINALITY AS ${t} (${names}, place)`,
  orderBy: ({ t }: { t: string }) => `${t}.place`,
});

const descriptionRead = readModel({
  type: 'Description',
  fields: {
    problem: sql(({ t }) => `${t}.description->>'problem'`),
    population: sql(({ t }) => `${t}.description->>'population'`),
    segments: list('PopulationSegment', rowsOf('segments', 'slug text, name text', 'slug, name')),
    needs: list('Need', rowsOf('needs', 'kind text, text text, figures jsonb', 'kind, text, figures')),
    risks: list('Risk', rowsOf('risks', 'risk text, response text', 'risk, response')),
    outcomesMeasured: sql(({ t }) => `${t}.description->'outcomesMeasured'`),
  },
});

const segmentRead = readModel({ type: 'PopulationSegment', fields: { slug: column('slug'), name: column('name') } });

const needRead = readModel({
  type: 'Need',
  fields: {
    kind: column('kind'),
    text: column('text'),
    figures: figuresIn('figures'),
  },
});

const riskRead = readModel({ type: 'Risk', fields: { risk: column('risk'), response: column('response') } });

export const descriptionReads = [descriptionRead, segmentRead, needRead, riskRead];
