/** How administrators see that the hub runs: what waits, what is done when, how large it is. Bounded, whatever waits. */
import { column, list, readModel, riskySettingsSql, sql, type Frame } from '@hub/core/server';
import { forAdministrators } from './administrators-only';

/** More than this is not counted. */
const mostCounted = 10_000;
const largestTables = 12;

const deliveries = `SELECT v.at AS since FROM core.delivery d JOIN core.domain_event v ON v.id = d.event_id
  WHERE d.done_at IS NULL AND d.parked_at IS NULL ORDER BY d.next_at LIMIT ${mostCounted}`;
const letters = `SELECT created_at AS since FROM core.mail
  WHERE sent_at IS NULL AND failed_at IS NULL ORDER BY next_at LIMIT ${mostCounted}`;
const parked = `SELECT 1 FROM core.delivery WHERE parked_at IS NOT NULL AND done_at IS NULL LIMIT ${mostCounted}`;

const count = (rows: string) => sql(() => `SELECT count(*)::int FROM (${rows}) AS counted`);
const oldest = (rows: string) => sql(() => `SELECT min(since) FROM (${rows}) AS waiting`);

const tables = `(SELECT n.nspname || '.' || c.relname AS name, nullif(c.reltuples, -1)::bigint AS rows,
    pg_total_relation_size(c.oid) AS bytes
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
  ORDER BY bytes DESC, name LIMIT ${largestTables})`;

const instances = `(SELECT *, seen_at > now() - interval '1 minute' AS is_there FROM core.instance)`;

/** As many as GraphQL's integers hold; null stays null. */
const upToMost = (number: string) => `(CASE WHEN ${number} > 2147483647 THEN 2147483647 ELSE ${number} END)::int`;

const kilobytes = (bytes: string) => upToMost(`ceil(${bytes} / 1024.0)`);

/** One row: that of the administrator who asks. */
const hubState = readModel({
  type: 'HubState',
  source: 'core.account',
  always: forAdministrators,
  fields: {
    at: sql(() => 'now()::timestamptz(3)'),
    waitingDeliveries: count(deliveries),
    oldestDeliveryAt: oldest(deliveries),
    parkedDeliveries: count(parked),
    waitingLetters: count(letters),
    oldestLetterAt: oldest(letters),
    failedLetters: sql(() => 'SELECT count(*)::int FROM core.mail WHERE failed_at IS NOT NULL'),
    schedules: list('ScheduleState', { orderBy: ({ t }) => `${t}.name` }),
    tables: list('TableSize', { orderBy: ({ t }) => `${t}.bytes DESC, ${t}.name` }),
    databaseKilobytes: sql(() => `SELECT ${kilobytes('pg_database_size(current_database())')}`),
    postgres: sql(() => `split_part(current_setting('server_version'), ' ', 1)`),
    riskySettings: sql(() => riskySettingsSql),
    migration: sql(() => 'SELECT name FROM hub_migration ORDER BY id DESC LIMIT 1'),
    instances: list('HubInstance', { orderBy: ({ t }) => `${t}.started_at DESC, ${t}.id` }),
  },
});

const scheduleState = readModel({
  type: 'ScheduleState',
  source: 'core.schedule',
  always: forAdministrators,
  fields: {
    name: column('name'),
    dueAt: column('due_at'),
    doneAt: column('done_at'),
    failures: column('attempts'),
  },
});

const tableSize = readModel({
  type: 'TableSize',
  source: tables,
  always: forAdministrators,
  fields: {
    name: column('name'),
    rows: sql(({ t }: Frame) => upToMost(`${t}.rows`)),
    kilobytes: sql(({ t }: Frame) => kilobytes(`${t}.bytes`)),
  },
});

const hubInstance = readModel({
  type: 'HubInstance',
  source: instances,
  always: forAdministrators,
  fields: {
    role: column('role'),
    host: column('host'),
    version: column('version'),
    node: column('node'),
    startedAt: column('started_at'),
    seenAt: column('seen_at'),
    isThere: column('is_there'),
  },
});

export const hubStateReads = [hubState, scheduleState, tableSize, hubInstance];
