/** How far a server has come in the history of a database. */

/** A place in the write-ahead log, and which history it is a place of: cluster, line of time, database. */
export interface Mark {
  readonly at: bigint;
  readonly history: string;
}

export interface MarkRow {
  readonly at: string;
  readonly history: string;
}

const cluster = '(SELECT system_identifier FROM pg_control_system())';

/**
 * Of a primary: everything that anybody can see committed lies before it. What is committed is flushed before it is seen, unless the server
 * is set not to wait for that.
 */
export const primaryMarkSql = `SELECT at - '0/0'::pg_lsn AS at,
    concat_ws('/', ${cluster}, ('x' || left(pg_walfile_name(at), 8))::bit(32)::int, current_database()) AS history
  FROM (SELECT CASE current_setting('synchronous_commit') WHEN 'off' THEN pg_current_wal_insert_lsn() ELSE pg_current_wal_flush_lsn() END AS at) w`;

/** Of a replica: what begins after this answer sees everything before it. No row from a server that follows none. */
export const replicaMarkSql = `SELECT pg_last_wal_replay_lsn() - '0/0'::pg_lsn AS at,
    concat_ws('/', ${cluster}, (SELECT timeline_id FROM pg_control_checkpoint()), current_database()) AS history
  WHERE pg_is_in_recovery()`;

export function markOf(row: MarkRow | undefined): Mark | null {
  return row ? { at: BigInt(row.at), history: row.history } : null;
}

/** Whether a server that has come to one place has seen all that lies before the other. */
export const hasSeen = (there: Mark | null, wanted: Mark): boolean =>
  there !== null && there.history === wanted.history && there.at >= wanted.at;
