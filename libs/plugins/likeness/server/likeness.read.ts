/** How likeness is read: each comparison once for each site, never for each row. */
import { column, list, many, one, part, readExtension, readModel, type FilterRead, type Order } from '@hub/core/server';
import { siteNamed } from '@hub/plugins/sites/contract';
import { adoptersSql, triedSql } from './tried';

/** Most alike first; of those that are equally so, where more could be compared. */
const mostAlikeFirst: Order = {
  descending: true,
  keys: [
    { sql: ({ t }) => `coalesce(${t}.percent, -1)`, type: 'int' },
    { sql: ({ t }) => `${t}.known`, type: 'int' },
    { sql: ({ t }) => `${t}.subject_ref`, type: 'text' },
  ],
};

/** Read where the rows are made. */
const inTheRows: FilterRead = { cast: 'text', sql: () => '' };

const likeness = part('SiteLikeness');

export const likenessReads = [
  readModel({
    type: 'SiteLikeness',
    fields: {
      percent: column('percent'),
      facts: list('ComparedFact', {
        from: ({ t, parent }) =>
          `ROWS FROM (jsonb_to_recordset(${parent.t}.facts) AS (fact text, score float8, shared text[])) WITH ORDINALITY ` +
          `AS ${t} (fact, score, shared, place)`,
        orderBy: ({ t }) => `${t}.place`,
      }),
    },
  }),
  readModel({
    type: 'ComparedFact',
    fields: { fact: column('fact'), score: column('score'), shared: column('shared') },
  }),
  readModel({
    type: 'AdopterEdge',
    guard: 'subject_ref',
    filters: { site: inTheRows, ended: inTheRows },
    fields: { node: one('Adaptation', ({ t }) => `${t}.subject_ref`), likeness },
  }),
  readModel({
    type: 'TriedEdge',
    guard: 'subject_ref',
    filters: { ended: inTheRows },
    fields: {
      node: one('Intervention', ({ t }) => `${t}.intervention_ref`),
      site: one('Site', ({ t }) => `${t}.site_ref`),
      adaptation: one('Adaptation', ({ t }) => `${t}.adaptation_ref`),
      likeness,
    },
  }),
];

export const interventionAdopters = readExtension({
  type: 'Intervention',
  fields: {
    adopters: many('AdopterEdge', {
      rowsAreEdges: true,
      from: (frame) => `(${adoptersSql(frame, frame.arg('site', 'text', siteNamed))}) AS ${frame.t}`,
      order: mostAlikeFirst,
    }),
  },
});

export const siteTriedAlike = readExtension({
  type: 'Site',
  fields: {
    triedAlike: many('TriedEdge', {
      rowsAreEdges: true,
      from: (frame) => `(${triedSql(frame, `${frame.parent.t}.ref`)}) AS ${frame.t}`,
      order: mostAlikeFirst,
    }),
  },
});
