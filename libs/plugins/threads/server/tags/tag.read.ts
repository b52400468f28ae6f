/** A tag as something that can be followed. */
import { column, entityColumn, readModel } from '@hub/core/server';
import { tagKind } from '@hub/core/contract';

export const followedTagRead = readModel({
  type: 'Tag',
  source: 'threads.tagged',
  kind: tagKind,
  guard: 'ref',
  fields: {
    name: entityColumn('title'),
    word: column('word'),
    lesson: column('lesson'),
    enabler: column('enabler'),
  },
});
