/** What is different in a twin: every word that its viewer may not see, and how much of it there is. */
import type { TestHub } from '@hub/testing';
import pg from 'pg';
import { changedWord, type Canaries } from './canaries';
import { followEverything, furnish, openFurnishing, type Thing } from './furnish';
import type { Published } from './furnish-interventions';
import { mayReceive, refOf, type ViewerKind } from './viewers';

/** What the world has that the twin is made of. */
interface Known {
  readonly canaries: Canaries;
  readonly things: readonly Thing[];
  readonly published: readonly Published[];
}

/** Replaces hidden canaries in every column of every table, references among them, and who wrote what is anonymous. */
export async function changeWords(url: string, canaries: Canaries, viewer: ViewerKind): Promise<void> {
  const hidden = canaries.all.filter(({ audience }) => !mayReceive(viewer, audience)).map(({ word }) => word);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET session_replication_role = replica`);
    const columns = await client.query<{ name: string; column: string; type: string }>(
      `SELECT format('%I.%I', c.table_schema, c.table_name) AS name, quote_ident(c.column_name) AS column,
         CASE c.data_type WHEN 'ARRAY' THEN 'text[]' ELSE c.data_type END AS type
       FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
       WHERE t.table_type = 'BASE TABLE' AND c.table_schema NOT IN ('pg_catalog', 'information_schema')
         AND c.is_generated = 'NEVER' AND (c.data_type IN ('text', 'jsonb') OR c.udt_name = '_text')`,
    );
    await changeFiles(client, new Set(hidden));
    await defineChanged(client, hidden);
    for (const { name, column, type } of hidden.length ? columns.rows : []) {
      await client.query(
        `UPDATE ${name} SET ${column} = pg_temp.changed(${column}::text)::${type}
         WHERE ${column}::text ~ 'zq[a-z]+[0-9]+x' AND pg_temp.changed(${column}::text) <> ${column}::text`,
      );
    }
    const other = refOf('ruth-cobblestane');
    await client.query(`UPDATE threads.post SET author_ref = $1 WHERE anonymous AND author_ref IS DISTINCT FROM $2`, [
      other,
      viewer.member && refOf(viewer.member),
    ]);
  } finally {
    await client.end();
  }
}

/** `pg_temp.changed(text)`: a text with its hidden words changed. Looked up word by word: a pattern of them all takes gigabytes. */
async function defineChanged(client: pg.Client, hidden: readonly string[]): Promise<void> {
  await client.query('CREATE TEMP TABLE hidden_word (word text PRIMARY KEY, other text NOT NULL)');
  await client.query('INSERT INTO hidden_word SELECT * FROM unnest($1::text[], $2::text[])', [
    hidden,
    hidden.map(changedWord),
  ]);
  await client.query(`
    CREATE FUNCTION pg_temp.changed(given text) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE found record;
    BEGIN
      FOR found IN
        SELECT DISTINCT h.word, h.other FROM regexp_matches(given, 'zq[a-z]+[0-9]+x', 'g') AS m JOIN pg_temp.hidden_word h ON h.word = m[1]
      LOOP given := replace(given, found.word, found.other); END LOOP;
      RETURN given;
    END $$`);
}

/** The words that stand in the bytes of kept files. */
async function changeFiles(client: pg.Client, hidden: ReadonlySet<string>): Promise<void> {
  const { rows } = await client.query<{ name: string; column: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name, quote_ident(column_name) AS column
     FROM information_schema.columns WHERE data_type = 'bytea' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  for (const { name, column } of rows) {
    const kept = await client.query<{ at: string; bytes: Buffer }>(
      `SELECT ctid::text AS at, ${column} AS bytes FROM ${name} WHERE position('zq'::bytea IN ${column}) > 0`,
    );
    for (const { at, bytes } of kept.rows) {
      const text = bytes.toString('latin1');
      const changed = text.replaceAll(/zq[a-z]+\d+x/g, (word) => (hidden.has(word) ? changedWord(word) : word));
      if (changed === text) continue;
      await client.query(`UPDATE ${name} SET ${column} = $1 WHERE ctid = $2::tid`, [
        Buffer.from(changed, 'latin1'),
        at,
      ]);
    }
  }
}

/** Another round of everything that the viewer may not see, and what others do for themselves. */
export async function addMore(hub: TestHub, { canaries, things, published }: Known, viewer: ViewerKind): Promise<void> {
  const [{ now } = { now: new Date() }] = await hub.sql<{ now: Date }>('SELECT now()');
  const isHidden = (audience: Parameters<typeof mayReceive>[1]) =>
    audience !== 'nobody' && !mayReceive(viewer, audience);
  const more = await openFurnishing(hub, canaries, isHidden);
  const known = published.filter(({ audience }) => mayReceive(viewer, audience));
  await furnish(more, known);
  const others = ['ruth-cobblestane', 'callum-pennyroyal'].filter((name) => name !== viewer.member);
  for (const other of others) await followEverything(await hub.as(other), things.map(({ id }) => id).slice(0, 5));
  await hub.sql('DELETE FROM core.session WHERE created_at >= $1', [now]);
  // How many letters wait for others is for administrators to know.
  await hub.sql(
    `DELETE FROM core.mail WHERE created_at >= $1 AND member_ref IS DISTINCT FROM $2
       AND recipient NOT IN (SELECT email FROM identity.address WHERE member_ref = $2)`,
    [now, viewer.member && refOf(viewer.member)],
  );
}
