/** How administrators read letters on their way: to whom and what became of them. Their words are the addressee's. */
import { column, newestFirst, one, readModel, sql, type Frame } from '@hub/core/server';
import { forAdministrators } from './administrators-only';

export const letterKind = 'letter';

const state = ({ t }: Frame): string =>
  `CASE WHEN ${t}.sent_at IS NOT NULL THEN 'SENT' WHEN ${t}.failed_at IS NOT NULL THEN 'FAILED' ELSE 'WAITING' END`;

export const managedLetterRead = readModel({
  type: 'ManagedLetter',
  source: 'core.mail',
  rowId: { prefix: letterKind, column: 'id' },
  always: forAdministrators,
  fields: {
    recipient: column('recipient'),
    member: one('Member', ({ t }) => `${t}.member_ref`),
    state: sql(state),
    isSecret: column('secret'),
    writtenAt: column('created_at'),
    sentAt: column('sent_at'),
    attempts: column('attempts'),
    problem: column('problem'),
  },
  filters: { state: { cast: 'text', sql: (frame, value) => `${state(frame)} = ${value()}` } },
  orders: {
    NEWEST: newestFirst(
      ({ t }) => `${t}.created_at`,
      ({ t }) => `${t}.id::text`,
    ),
  },
});
