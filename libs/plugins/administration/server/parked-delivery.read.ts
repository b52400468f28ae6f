/** How consequences that failed again and again are read: which, and the first line of the problem. */
import { newestFirst, readModel, sql, column } from '@hub/core/server';
import { forAdministrators } from './administrators-only';

export const eventKind = 'event';

export const parkedDeliveryRead = readModel({
  type: 'ParkedDelivery',
  source:
    '(SELECT d.*, v.name FROM core.delivery d JOIN core.domain_event v ON v.id = d.event_id WHERE d.parked_at IS NOT NULL AND d.done_at IS NULL)',
  always: forAdministrators,
  fields: {
    id: sql(({ t }) => `${t}.event_id || ' ' || ${t}.handler`),
    event: column('name'),
    eventId: sql(({ t }) => `'${eventKind}:' || ${t}.event_id`),
    handler: column('handler'),
    attempts: column('attempts'),
    parkedAt: column('parked_at'),
    problem: sql(({ t }) => `coalesce(split_part(${t}.problem, E'\\n', 1), '')`),
  },
  orders: {
    NEWEST: newestFirst(
      ({ t }) => `${t}.parked_at`,
      ({ t }) => `${t}.event_id || ${t}.handler`,
    ),
  },
});
