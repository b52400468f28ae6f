/** What PostgreSQL knows of the hub's tables. Names are given quoted where they need it, so that they can stand in statements. */
import type { ClientBase } from 'pg';

export interface Table {
  readonly name: string;
  /** In the order of their names: the order in a table tells in which order migrations ran. */
  readonly columns: readonly string[];
}

/** Every table of the schemas, but those that may be lost (UNLOGGED); without columns that PostgreSQL works out. */
export async function tablesOf(client: ClientBase, schemas: readonly string[]): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name,
       array_agg(quote_ident(a.attname) ORDER BY a.attname) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE n.nspname = ANY ($1) AND c.relkind = 'r' AND c.relpersistence = 'p'
     GROUP BY 1 ORDER BY 1`,
    [schemas],
  );
  return rows;
}

/** How far each sequence has gone that has been used. */
export async function sequencesOf(
  client: ClientBase,
  schemas: readonly string[],
): Promise<{ name: string; last: string }[]> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `SELECT format('%I.%I', schemaname, sequencename) AS name, last_value::text AS last
     FROM pg_sequences WHERE schemaname = ANY ($1) AND last_value IS NOT NULL ORDER BY 1`,
    [schemas],
  );
  return rows;
}

/** The names of the migrations that ran, in their order; none where there is no hub. */
export async function migrationsOf(client: ClientBase): Promise<string[]> {
  const { rows: found } = await client.query<{ is: boolean }>(
    `SELECT to_regclass('public.hub_migration') IS NOT NULL AS is`,
  );
  if (!found[0]?.is) return [];
  const { rows } = await client.query<{ name: string }>('SELECT name FROM public.hub_migration ORDER BY id');
  return rows.map(({ name }) => name);
}

/** Statements that take away, and put back, every foreign key of the schemas. */
export async function foreignKeysOf(
  client: ClientBase,
  schemas: readonly string[],
): Promise<{ drop: string; add: string }[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) AS add
     FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
     WHERE c.contype = 'f' AND c.conparentid = 0 AND n.nspname = ANY ($1) ORDER BY 1`,
    [schemas],
  );
  return rows;
}

/** Whether somebody else is connected: as this account, which is the hub's. */
export async function hasOthers(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT 1 FROM pg_stat_activity
     WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid() LIMIT 1`,
  );
  return rowCount === 1;
}
