/** How many statements an operation takes and how many pages of memory they touch, by pg_stat_statements. */

/** What one statement did is known only where PostgreSQL loads the extension at its start. */
export const settingsForStatements = {
  shared_preload_libraries: 'pg_stat_statements',
};

/** @returns {Promise<boolean>} whether it can be said */
export async function canCount(sql) {
  try {
    await sql('CREATE EXTENSION IF NOT EXISTS pg_stat_statements');
    await sql('SELECT 1 FROM pg_stat_statements LIMIT 1');
    return true;
  } catch {
    return false;
  }
}

/**
 * Does some work with operations and says what one of them took. What ran less than once in twenty operations is not theirs: the hub also
 * keeps house.
 * @param {(text: string) => Promise<object[]>} sql
 * @param {() => Promise<{count: number}>} work
 */
export async function countedIn(sql, work) {
  await sql('SELECT pg_stat_statements_reset()');
  const { count } = await work();
  const rows = await sql(
    `SELECT s.calls::int, (s.shared_blks_hit + s.shared_blks_read)::float AS buffers
     FROM pg_stat_statements s JOIN pg_database d ON d.oid = s.dbid
     WHERE d.datname = current_database() AND s.query NOT LIKE '%pg_stat_statements%'`,
  );
  return summed(rows, count);
}

/** Pure. */
export function summed(rows, operations) {
  const own = rows.filter(({ calls }) => calls >= operations / 20);
  const each = (of) => own.reduce((sum, row) => sum + of(row), 0) / operations;
  return {
    statements: each(({ calls }) => calls),
    buffers: each(({ buffers }) => buffers),
  };
}
