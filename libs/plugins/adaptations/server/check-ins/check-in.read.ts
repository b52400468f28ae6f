/** How questions to teams are read: by those who edit the record; where the answer was "still going" by whoever sees the record. */
import { column, list, one, readExtension, readModel, sql } from '@hub/core/server';
import { checkInPrefix } from '@hub/plugins/adaptations/contract';
import { isAtWork, lastWordOfTeamSql } from './silence.sql';

export const checkInRead = readModel({
  type: 'CheckIn',
  source: 'adaptations.check_in',
  rowId: { prefix: checkInPrefix, column: 'id' },
  guard: 'adaptation_ref',
  always: (frame) => `(${frame.t}.answer IS NOT DISTINCT FROM 'GOING' OR ${frame.can('adaptations.edit')})`,
  fields: {
    adaptation: one('Adaptation', ({ t }) => `${t}.adaptation_ref`),
    quietSince: column('quiet_since'),
    askedAt: column('asked_at'),
    isOpen: sql(({ t }) => isOpenSql(t)),
    answer: column('answer'),
    answeredAt: column('answered_at'),
    answeredBy: one('Member', ({ t }) => `${t}.answered_by`),
  },
});

export const checkInsRead = readExtension({
  type: 'Adaptation',
  fields: {
    checkIns: list('CheckIn', {
      where: ({ t, parent }) => `${t}.adaptation_ref = ${parent.t}.ref`,
      orderBy: ({ t }) => `${t}.asked_at`,
    }),
  },
});

/** Nobody answered, it is still being worked on, and nothing was said since it was asked. */
export function isOpenSql(c: string): string {
  return (
    `(${c}.answer IS NULL AND EXISTS (SELECT 1 FROM adaptations.adaptation asked JOIN core.entity entry ON entry.ref = asked.ref ` +
    `WHERE asked.ref = ${c}.adaptation_ref AND ${isAtWork('asked.stage')} ` +
    `AND ${lastWordOfTeamSql('asked', 'entry')} <= ${c}.asked_at))`
  );
}
