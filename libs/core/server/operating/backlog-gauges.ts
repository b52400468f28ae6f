/** What waits in the database, as figures: the same from every process, so that one of them is enough to watch. */
import type { Registry } from 'prom-client';
import { mostCounted, type Backlog, type Backlogs } from './backlog';
import { gauge } from './gauge';

type Figure = readonly [name: string, help: string, of: (backlog: Backlog) => number];

const upTo = `(counted up to ${mostCounted})`;

const figures: readonly Figure[] = [
  ['hub_outbox_waiting', `Consequences of events that wait to be worked on ${upTo}`, ({ outbox }) => outbox.count],
  ['hub_outbox_oldest_seconds', 'Age of the oldest of them', ({ outbox }) => outbox.oldestSeconds],
  ['hub_outbox_parked', `Consequences that failed too often and were set aside ${upTo}`, ({ parked }) => parked],
  ['hub_mail_waiting', `Letters that wait to be sent ${upTo}`, ({ mail }) => mail.count],
  ['hub_mail_oldest_seconds', 'Age of the oldest of them', ({ mail }) => mail.oldestSeconds],
];

type ScheduleFigure = readonly [
  name: string,
  help: string,
  of: (schedule: Backlog['schedules'][number]) => number | null,
];

const scheduleFigures: readonly ScheduleFigure[] = [
  ['hub_schedule_due_timestamp_seconds', 'When scheduled work is due next', ({ due }) => due],
  ['hub_schedule_done_timestamp_seconds', 'When scheduled work was last done', ({ done }) => done],
  ['hub_schedule_failures', 'How often in a row it has failed', ({ attempts }) => attempts],
];

/** Adds them to a registry, all read by one statement. */
export function backlogGauges(registry: Registry, backlogs: Backlogs): void {
  gauge(registry, 'hub_database_up', 'Whether the database answers', () =>
    backlogs.now().then(
      () => [{ value: 1 }],
      () => [{ value: 0 }],
    ),
  );
  for (const [name, help, of] of figures)
    gauge(registry, name, help, async () => [{ value: of(await backlogs.now()) }]);
  for (const [name, help, of] of scheduleFigures)
    gauge(
      registry,
      name,
      help,
      async () =>
        (await backlogs.now()).schedules.flatMap((schedule) => {
          const value = of(schedule);
          return value === null ? [] : [{ labels: { schedule: schedule.name }, value }];
        }),
      ['schedule'],
    );
}
