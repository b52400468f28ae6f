/** Walks the audit log and works out every hash anew, without the hub's own code: a second pair of eyes on it. */
import { createHash } from 'node:crypto';
import pg from 'pg';

const atOnce = 1000;

/**
 * Checks the log of the database at an address.
 * @param {string} url
 * @returns {Promise<{entries: number, brokenAt: string | null}>} how many entries hold, and the number of the first that does not
 */
export async function checkAudit(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await walk((after) => entriesAfter(client, after));
  } finally {
    await client.end();
  }
}

async function walk(next) {
  let entries = 0;
  let previous = Buffer.alloc(32);
  for (;;) {
    const rows = await next(entries);
    for (const row of rows) {
      const isNext = row.number === String(entries + 1) && row.previous_hash.equals(previous);
      if (!isNext || !row.hash.equals(hashOf(row))) return { entries, brokenAt: row.number };
      entries += 1;
      previous = row.hash;
    }
    if (rows.length < atOnce) return { entries, brokenAt: null };
  }
}

async function entriesAfter(client, number) {
  const { rows } = await client.query(
    `SELECT number, at, action, outcome, actor_ref, subject_ref, facts, previous_hash, hash
     FROM core.audit_entry WHERE number > $1 ORDER BY number LIMIT ${atOnce}`,
    [number],
  );
  return rows;
}

function hashOf({ number, at, action, outcome, actor_ref, subject_ref, facts, previous_hash }) {
  const told = [number, at.toISOString(), action, outcome, actor_ref, subject_ref, sorted(facts)];
  return createHash('sha256').update(previous_hash).update(JSON.stringify(told)).digest();
}

/** Objects as lists of their entries by name: PostgreSQL keeps names in an order of its own. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.keys(value)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((name) => [name, sorted(value[name])]);
}
