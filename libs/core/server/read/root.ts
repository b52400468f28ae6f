/** How the fields of Query are read. */
import type { AnyRead, LeafRead, ListRead, ManyRead, OneRead, SqlOf } from './model';

export type RootRead = LeafRead | OneRead | AnyRead | ListRead | ManyRead;

/** The object whose Node id is an argument of the field. */
export const byId = (type: string, argument = 'id'): OneRead => ({
  read: 'one',
  type,
  id: (frame) => frame.arg(argument, 'text'),
});

/** The object whose Node id an expression gives. */
export const byExpression = (type: string, id: SqlOf): OneRead => ({ read: 'one', type, id });
