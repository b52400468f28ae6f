/** How threads are read: in feeds by latest activity, each under the access scope of its directory entity. */
import { careModelRef, type EntityRef } from '@hub/core/contract';
import {
  any,
  column,
  entityColumn,
  list,
  many,
  newestFirst,
  one,
  part,
  readExtension,
  readModel,
  sql,
  viewerCan,
  type Frame,
} from '@hub/core/server';
import { threadKind } from '@hub/plugins/threads/contract';
import { feedOfAll } from './thread.record';
import {
  acceptAnyAnswer,
  announce,
  curate,
  editAnyThread,
  lockThreads,
  startThreads,
  takePart,
} from './threads.policy';
import { tidyTag } from './finding/thread-tags.rules';
import { isAuthor, unreadPosts } from './unread/unread.sql';

const latestActivityFirst = newestFirst(
  ({ t }) => `${t}.last_activity_at`,
  ({ t }) => `${t}.ref`,
);

export const threadRead = readModel({
  type: 'Thread',
  source: 'threads.listed',
  kind: threadKind,
  guard: 'ref',
  fields: {
    title: entityColumn('title'),
    kind: column('kind'),
    modelTypes: list('ModelType', {
      where: ({ t, parent }) => `${t}.ref = ANY(${parent.e}.care_models)`,
      orderBy: ({ t }) => `${t}.position`,
    }),
    about: any(({ t }) => `${t}.about_ref`),
    community: any(({ e }) => `${e}.community_ref`),
    author: one('Member', ({ t }) => `(CASE WHEN NOT ${t}.anonymous THEN ${t}.author_ref END)`),
    createdAt: column('created_at'),
    lastActivityAt: column('last_activity_at'),
    replyCount: column('reply_count'),
    unreadCount: sql((frame) => `SELECT count(*)::int FROM ${unreadPosts(frame, frame.alias())}`),
    firstUnreadPost: one('Post', (frame) => {
      const post = frame.alias();
      return `(SELECT ${post}.id FROM ${unreadPosts(frame, post)} ORDER BY ${post}.position LIMIT 1)`;
    }),
    posts: many('Post', {
      where: ({ t, parent }) => `${t}.thread_ref = ${parent.t}.ref`,
      order: { descending: false, keys: [{ sql: ({ t }) => `${t}.position`, type: 'int' }] },
    }),
    acceptedPost: one('Post', ({ t }) => `${t}.accepted_post_id`),
    answered: sql(({ t }) => `${t}.accepted_post_id IS NOT NULL`),
    locked: column('locked'),
    lockedReason: column('locked_reason'),
    viewerCanReply: sql((frame) => `NOT ${frame.t}.locked AND ${frame.can(takePart.id)}`),
    viewerCanAcceptAnswer: sql(
      (frame) =>
        `${frame.t}.kind = 'QUESTION' AND ${frame.can(takePart.id)} AND (${isAuthor(frame)} OR ${frame.can(acceptAnyAnswer.id)})`,
    ),
    viewerCanLock: viewerCan(lockThreads.id),
    lessons: column('lessons'),
    enablers: column('enablers'),
    tags: column('tags'),
    summary: part('ThreadSummary', { exists: ({ t }) => `${t}.summary IS NOT NULL` }),
    mergedInto: one('Thread', ({ t }) => `${t}.merged_into`),
    movedTo: list('Thread', {
      where: ({ t, parent }) =>
        `${t}.ref <> ${parent.t}.ref AND ${t}.ref IN (SELECT moved.thread_ref FROM threads.former_place place
          JOIN threads.post moved ON moved.id = place.post_id WHERE place.thread_ref = ${parent.t}.ref)`,
      orderBy: ({ t }) => `${t}.ref`,
    }),
    postAt: one('Post', (frame) => {
      const position = frame.arg('position', 'int');
      return `coalesce(
        (SELECT place.post_id FROM threads.former_place place WHERE place.thread_ref = ${frame.t}.ref AND place.position = ${position}),
        (SELECT there.id FROM threads.post there WHERE there.thread_ref = ${frame.t}.ref AND there.position = ${position}))`;
    }),
    pinned: sql(({ t }) => `${t}.pinned_at IS NOT NULL`),
    revision: column('revision'),
    viewerCanEdit: sql(
      (frame) => `${frame.can(takePart.id)} AND (${isAuthor(frame)} OR ${frame.can(editAnyThread.id)})`,
    ),
    viewerCanCurate: viewerCan(curate.id),
  },
  filters: {
    modelTypes: {
      cast: 'text[]',
      map: (codes: readonly string[]) => codes.map(careModelRef),
      // In coalesce, or PostgreSQL expects next to nothing to fit, and sorts everything instead of walking the feed.
      sql: ({ e }, value) => `coalesce(${e}.care_models && ${value()}, false)`,
    },
    about: { cast: 'text', sql: ({ t }, value) => `${t}.about_ref = ${value()}` },
    community: { cast: 'text', sql: ({ e }, value) => `${e}.community_ref = ${value()}` },
    kinds: { cast: 'text[]', sql: ({ t }, value) => `${t}.kind = ANY(${value()})` },
    unreadOnly: {
      cast: 'boolean',
      sql: (frame, _value, only) => (only ? `EXISTS (SELECT FROM ${unreadPosts(frame, frame.alias())})` : ''),
    },
    answered: {
      cast: 'boolean',
      sql: ({ t }, _value, answered) =>
        answered ? `${t}.accepted_post_id IS NOT NULL` : `${t}.kind = 'QUESTION' AND ${t}.accepted_post_id IS NULL`,
    },
    replied: { cast: 'boolean', sql: ({ t }, _value, replied) => `${t}.reply_count ${replied ? '>' : '='} 0` },
    lessons: { cast: 'int[]', sql: ({ t }, value) => `${t}.lessons && ${value()}` },
    enablers: { cast: 'int[]', sql: ({ t }, value) => `${t}.enablers && ${value()}` },
    tags: {
      cast: 'text[]',
      map: (tags: readonly string[]) => tags.map(tidyTag),
      sql: ({ t }, value) => `${t}.tags && ${value()}`,
    },
    pinned: {
      cast: 'boolean',
      sql: ({ t }, _value, pinned) => `${t}.pinned_at IS ${pinned ? 'NOT NULL' : 'NULL'}`,
    },
    text: {
      cast: 'text[]',
      map: wordPatterns,
      sql: ({ e }, value) => `(${e}.title || ' ' || ${e}.summary) ILIKE ALL (${value()})`,
    },
  },
});

export const summaryRead = readModel({
  type: 'ThreadSummary',
  fields: {
    body: column('summary'),
    writtenAt: column('summary_at'),
    writtenBy: one('Member', ({ t }) => `${t}.summary_by`),
  },
});

/** The feed of a community, of one care model, or of all: with several care models, the feed of all filtered. */
export const threadsRoot = many('Thread', {
  from: ({ t }) => `threads.in_feed AS ${t}`,
  where: (frame) => `${frame.t}.feed = ${feedAskedFor(frame)}`,
  order: latestActivityFirst,
});

export const careModelThreads = readExtension({
  type: 'ModelType',
  fields: {
    threadCount: sql((frame) => {
      const e = frame.alias();
      return `SELECT count(*)::int FROM core.entity ${e}
        WHERE ${e}.kind = '${threadKind}' AND ${e}.care_models @> ARRAY[${frame.t}.ref] AND ${frame.visible(e)}`;
    }),
    viewerCanStartThread: viewerCan(startThreads.id),
    viewerCanAnnounce: viewerCan(announce.id),
  },
});

export const interventionThreads = readExtension({
  type: 'Intervention',
  fields: {
    threads: many('Thread', {
      where: ({ t, parent }) => `${t}.about_ref = ${parent.t}.ref`,
      order: latestActivityFirst,
    }),
  },
});

function feedAskedFor(frame: Frame): string {
  if (frame.literal('filter.community')) return frame.arg('filter.community', 'text');
  const path = 'filter.modelTypes';
  return frame.literal(path) ? frame.arg(path, 'text', feedOf) : `'${feedOfAll}'`;
}

function feedOf(codes: readonly string[]): EntityRef {
  const [only, ...more] = new Set(codes.map(careModelRef));
  return only && more.length === 0 ? only : feedOfAll;
}

/** One pattern a word, with what PostgreSQL would read as wildcards taken literally. */
export function wordPatterns(text: string): string[] {
  const words = text.split(/\s+/).filter((word) => word !== '');
  return words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
}
