/** How many hits each value of each filter would leave: of what the viewer may see, as search itself. */
import { column, list, readModel, type Frame, type RootRead } from '@hub/core/server';
import { byKind, narrowings, type Narrowing } from './search.narrowing';
import { scoredDocuments } from './search.read';

/** Of one filter: as many values as a page can show. The most frequent come first. */
const most = 20;

const all = [byKind, ...narrowings];

export const searchCountRead = readModel({
  type: 'SearchCount',
  fields: { filter: column('filter'), value: column('value'), count: column('count') },
});

export const searchCountsRoot: RootRead = {
  ...list('SearchCount', {
    from: (frame) =>
      `(WITH hit AS MATERIALIZED (${hits(frame)}) ${all.flatMap(countedBy).join(' UNION ALL ')}) AS ${frame.t}`,
    orderBy: ({ t }) => `${t}.filter, ${t}.count DESC, ${t}.value`,
  }),
  unnamed: true,
};

/** Every hit once, with its values for each filter, and whether it fits what is chosen of each. */
function hits(frame: Frame): string {
  const [d, e] = [frame.alias(), frame.alias()];
  const columns = all.flatMap((one) => [
    `${fits(frame, one, d, e)} AS fits_${one.name.toLowerCase()}`,
    ...(one.counted ? [`${one.counted.values(d, e)} AS of_${one.name.toLowerCase()}`] : []),
  ]);
  return (
    `SELECT ${columns.join(', ')} FROM ${scoredDocuments(frame)} ${d} ` +
    `JOIN core.entity ${e} ON ${e}.ref = ${d}.ref WHERE ${frame.visible(e)}`
  );
}

function fits(frame: Frame, { name, cast, map, fits: condition }: Narrowing, d: string, e: string): string {
  const isChosen = frame.literal(name) !== undefined && frame.literal(name) !== null;
  return isChosen ? condition(d, e, frame.arg(name, cast, map)) : 'true';
}

function countedBy(one: Narrowing): string[] {
  if (!one.counted) return [];
  const others = all.filter((other) => other !== one).map(({ name }) => `fits_${name.toLowerCase()}`);
  return [
    `(SELECT '${one.counted.filter}' AS filter, value, count(*)::int AS count FROM hit, unnest(of_${one.name.toLowerCase()}) value ` +
      `WHERE ${others.join(' AND ')} GROUP BY value ORDER BY count(*) DESC, value LIMIT ${most})`,
  ];
}
