/** What waits for somebody in a community or a care model: questions, discussions, and the sites whose people nobody has replied to. */
import { column, many, one, readExtension, readModel, type Frame, type Order } from '@hub/core/server';

const longestWaitFirst: Order = {
  descending: false,
  keys: [
    { sql: ({ t }) => `${t}.created_at`, type: 'timestamptz' },
    { sql: ({ t }) => `${t}.ref`, type: 'text' },
  ],
};

export const waitingThreadsRoot = many('Thread', {
  from: ({ t }) => `threads.in_feed AS ${t}`,
  where: ({ t }) => `NOT ${t}.locked`,
  order: longestWaitFirst,
});

/** The arguments of `waitingThreads`. */
export const waitingFilters = readExtension({
  type: 'Thread',
  filters: {
    within: { cast: 'text', sql: ({ t }, value) => isWithin(t, value()) },
    awaiting: { cast: 'text', sql: ({ t }, _value, awaited) => isAwaiting(t, awaited) },
  },
});

export const siteWithoutReplyRead = readModel({
  type: 'SiteWithoutReplyEdge',
  guard: 'site_ref',
  fields: {
    node: one('Site', ({ t }) => `${t}.site_ref`),
    threadCount: column('threads'),
    waitingSince: column('waiting_since'),
    longest: one('Thread', ({ t }) => `${t}.thread_ref`),
  },
  // The rows are made of it.
  filters: { within: { cast: 'text', sql: () => '' } },
});

export const sitesWithoutReplyRoot = many('SiteWithoutReplyEdge', {
  rowsAreEdges: true,
  from: (frame) => `${sitesWithoutReply(frame)} AS ${frame.t}`,
  order: {
    descending: false,
    keys: [
      { sql: ({ t }) => `${t}.waiting_since`, type: 'timestamptz' },
      { sql: ({ t }) => `${t}.site_ref`, type: 'text' },
    ],
  },
});

/**
 * Sites whose people began something under their name that the viewer can see, and heard nothing from anybody of another site. Whoever
 * replied anonymously counts as of another one: nothing is told of where they are.
 */
function sitesWithoutReply(frame: Frame): string {
  const [h, e, a] = [frame.alias(), frame.alias(), frame.alias()];
  const [s, p, w] = [frame.alias(), frame.alias(), frame.alias()];
  const heard =
    `EXISTS (SELECT FROM threads.post ${p} JOIN core.account ${w} ON ${w}.ref = ${p}.author_ref WHERE ${p}.thread_ref = ${h}.ref AND ${p}.position > 1 ` +
    `AND ${p}.removed_at IS NULL AND ${p}.hidden_at IS NULL AND (${p}.anonymous OR NOT ${s}.ref = ANY(${w}.keys)))`;
  return (
    `(SELECT ${s}.ref AS site_ref, count(*)::int AS threads, min(${h}.created_at) AS waiting_since, ` +
    `(array_agg(${h}.ref ORDER BY ${h}.created_at, ${h}.ref))[1] AS thread_ref ` +
    `FROM threads.in_feed ${h} JOIN core.entity ${e} ON ${e}.ref = ${h}.ref AND ${frame.visible(e)} ` +
    `JOIN core.account ${a} ON ${a}.ref = ${h}.author_ref JOIN core.entity ${s} ON ${s}.kind = 'site' AND ${s}.ref = ANY(${a}.keys) ` +
    `WHERE ${isWithin(h, frame.arg('within', 'text'))} AND NOT ${h}.anonymous AND NOT ${h}.locked AND ${h}.kind <> 'ANNOUNCEMENT' ` +
    `GROUP BY ${s}.ref HAVING NOT bool_or(${heard}))`
  );
}

function isWithin(thread: string, place: string): string {
  return `${thread}.feed = ${place}`;
}

function isAwaiting(thread: string, awaited: unknown): string {
  return awaited === 'ANSWER'
    ? `${thread}.kind = 'QUESTION' AND ${thread}.accepted_post_id IS NULL`
    : `${thread}.kind IN ('DISCUSSION', 'LEARNING') AND ${thread}.reply_count = 0`;
}
