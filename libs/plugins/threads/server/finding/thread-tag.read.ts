/** The free tags of the threads that the viewer may see: what a tag nobody may see is on counts for nothing. */
import { column, list, one, readModel } from '@hub/core/server';

const most = 50;

export const threadTagsRoot = list('ThreadTag', {
  from: (frame) => {
    const e = frame.alias();
    return `(SELECT word AS tag, count(*)::int AS thread_count
      FROM threads.thread x JOIN core.entity ${e} ON ${e}.ref = x.ref, unnest(x.tags) AS word
      WHERE x.tags <> '{}' AND ${frame.visible(e)} GROUP BY word ORDER BY count(*) DESC, word LIMIT ${most}) AS ${frame.t}`;
  },
  orderBy: ({ t }) => `${t}.thread_count DESC, ${t}.tag`,
});

export const tagRead = readModel({
  type: 'ThreadTag',
  fields: {
    tag: column('tag'),
    threadCount: column('thread_count'),
    followable: one('Tag', ({ t, alias }) => {
      const g = alias();
      return `(SELECT ${g}.ref FROM threads.tag ${g} WHERE ${g}.word = ${t}.tag)`;
    }),
  },
});
