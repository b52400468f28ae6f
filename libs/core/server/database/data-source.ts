/** The TypeORM data source of a hub with these plugins. */
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import type { ServerPlugin } from '../plugin/define';
import { coreMigrations } from './core.migrations';
import { coreRecords } from './core.records';
import { servingDriver } from './serving-pool';
import { ServingClient, SteadyClient } from './steady-client';

/**
 * How long a statement may take: 5 seconds where people wait; a migration takes what it takes, but waits half a second for a lock, since
 * everybody else waits behind it. What a process holds that stops in the middle of a transaction, and never says that it has gone, is free
 * for others after a minute.
 */
const patience = {
  serving: {
    query_timeout: 5500,
    options: '-c timezone=UTC -c statement_timeout=5000 -c idle_in_transaction_session_timeout=60000',
  },
  migrating: { options: '-c timezone=UTC -c lock_timeout=500' },
} as const;

/**
 * A data source that is not yet connected. Times are UTC, idle connections stay, slow statements are cut. A connection that was used
 * often is made anew, because each keeps the plan of every statement it was ever told by name, and clients think up statements.
 */
export function dataSourceFor(
  url: string,
  plugins: readonly ServerPlugin[],
  purpose: keyof typeof patience = 'serving',
  migrations = migrationsFor(plugins),
): DataSource {
  const options: DataSourceOptions = {
    type: 'postgres',
    driver: servingDriver,
    url,
    entities: [...coreRecords, ...plugins.flatMap((plugin) => plugin.records ?? [])],
    migrations: [...migrations],
    migrationsTableName: 'hub_migration',
    synchronize: false,
    logging: false,
    poolErrorHandler: () => undefined,
    extra: {
      Client: purpose === 'serving' ? ServingClient : SteadyClient,
      max: poolSize(),
      maxUses: 5000,
      idleTimeoutMillis: 0,
      connectionTimeoutMillis: 3000,
      ...patience[purpose],
    },
  };
  return new DataSource(options);
}

/** How many connections to one server a process may have for what people ask. Who sends a letter holds one and needs another. */
export const poolSize = (): number => Math.max(2, Number(process.env.HUB_POOL ?? 10));

export type MigrationClass = new () => MigrationInterface;

/** Every migration of core and of these plugins. */
export function migrationsFor(plugins: readonly ServerPlugin[]): readonly MigrationClass[] {
  return [...coreMigrations, ...plugins.flatMap((plugin) => plugin.migrations ?? [])];
}

/** The name under which a database knows that it ran: its own, since a build may give its class another. */
export const nameOfMigration = (migration: MigrationClass): string => new migration().name ?? migration.name;
