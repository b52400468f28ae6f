/** How many hits each value of each filter would leave: of what the viewer may see, as search itself. */
import { column, list, readModel, type Frame, type RootRead } from '@hub/core/server';
import { chosen, having, meant, mostCounted, newestFirst, seen, valuesOf, waysToAsk } from './asked.sql';
import { planned, type Known } from './planned.sql';
import { byKind, narrowings } from './search.narrowing';

/** Of one filter: as many values as a page can show. The most frequent come first. */
const most = 20;

const counted = narrowings.flatMap((one) =>
  one.counted ? [{ ...one, of: one.counted, values: `of_${one.name.toLowerCase()}` }] : [],
);
type Counted = (typeof counted)[number];

export const searchCountRead = readModel({
  type: 'SearchCount',
  fields: { filter: column('filter'), value: column('value'), count: column('count'), orMore: column('or_more') },
});

export const searchCountsRoot: RootRead = list('SearchCount', {
  from: countsOf,
  orderBy: ({ t }) => `${t}.filter, ${t}.count DESC, ${t}.value`,
});

/** Each filter is counted under all the others: what nothing is chosen of, by hits that fit everything. */
function countsOf(frame: Frame): string {
  const counts = planned(frame, frame.t, {
    ...{ asked: meant, values: valuesOf(frame) },
    columns: { filter: 'text', value: 'text', count: 'int', or_more: 'boolean' },
    select: (of) => countedIn(frame, of),
  });
  return `(WITH ${waysToAsk(frame)} SELECT ${frame.t}.* FROM ${counts}) AS ${frame.t}`;
}

function countedIn(frame: Frame, of: Known): string {
  const values = counted.map((one) => `${one.of.values('d')} AS ${one.values}`).join(', ');
  const samples = new Map<string, string>();
  const hitsFor = ({ name }: Counted) => {
    const but = (frame.literal(name) ?? null) === null ? undefined : name;
    const sample = but ? `hit_${but.toLowerCase()}` : 'hit';
    if (!samples.has(sample)) samples.set(sample, `${sample} AS MATERIALIZED (${sampleOf(but)})`);
    return sample;
  };
  const sampleOf = (but?: string) => {
    const from = seen(of, ['d.kind = kind.kind', having(of), ...chosen(frame, but, of.value)]);
    const newest = `SELECT d.kind, ${values} FROM ${from} ORDER BY ${newestFirst} LIMIT ${mostCounted + 1}`;
    return `SELECT hit.* FROM kind, LATERAL (${newest}) hit`;
  };
  const counts = counted.map((one) => countedBy(one, hitsFor(one)));
  return `WITH RECURSIVE ${[kinds, ...samples.values()].join(', ')} ${counts.join(' UNION ALL ')}`;
}

/** The kinds that there are documents of, each found by index: the newest of each kind are counted, so that a common one hides no rare one. */
const kinds = `kind AS (
  SELECT min(kind) AS kind FROM search.document
  UNION ALL SELECT (SELECT min(d.kind) FROM search.document d WHERE d.kind > kind.kind) FROM kind WHERE kind.kind IS NOT NULL)`;

function countedBy({ name, of, values }: Counted, hits: string): string {
  const isOfKind = name === byKind.name;
  const orMore = isOfKind
    ? `count(*) > ${mostCounted}`
    : `EXISTS (SELECT FROM ${hits} GROUP BY kind HAVING count(*) > ${mostCounted})`;
  return (
    `(SELECT '${of.filter}' AS filter, value, least(count(*), ${mostCounted})::int AS count, ${orMore} AS or_more ` +
    `FROM ${hits}, unnest(${values}) value GROUP BY value ORDER BY count(*) DESC, value LIMIT ${most})`
  );
}
