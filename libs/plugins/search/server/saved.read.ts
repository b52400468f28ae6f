/** How saved searches are read: by their owner, with what is new for them under the scope of that moment. */
import { column, entityColumn, list, readModel, sql, type Frame } from '@hub/core/server';
import { savedSearchKind } from '@hub/plugins/search/contract';
import { fitsSaved } from './saved.sql';

export const savedSearchRead = readModel({
  type: 'SavedSearch',
  source: 'search.saved',
  kind: savedSearchKind,
  guard: 'ref',
  fields: {
    name: entityColumn('title'),
    text: column('text'),
    kinds: column('kinds'),
    modelTypes: sql(({ t }) => `ARRAY(SELECT upper(split_part(model, '/', 2)) FROM unnest(${t}.care_models) model)`),
    stages: column('stages'),
    lessons: column('lessons'),
    enablers: column('enablers'),
    tags: column('tags'),
    changedFrom: column('changed_from'),
    changedBefore: column('changed_before'),
    createdAt: column('created_at'),
    newCount: sql(newCount),
  },
});

export const savedSearchesRoot = list('SavedSearch', {
  where: ({ t, viewer }) => `${t}.member_ref = ${viewer.ref}`,
  orderBy: ({ t, e }) => `lower(${e}.title), ${t}.ref`,
});

function newCount(frame: Frame): string {
  const [m, d, e] = [frame.alias(), frame.alias(), frame.alias()];
  return (
    `SELECT count(*)::int FROM search.saved_match ${m} JOIN search.document ${d} ON ${d}.ref = ${m}.ref ` +
    `JOIN core.entity ${e} ON ${e}.ref = ${m}.ref ` +
    `WHERE ${m}.saved_ref = ${frame.t}.ref AND ${frame.visible(e)} AND ${fitsSaved(frame.t, d, frame.viewer.keys)}`
  );
}
