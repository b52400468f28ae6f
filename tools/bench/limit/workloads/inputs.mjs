/** Who asks for what: the same questions for both sides. */
import { setTimeout as sleep } from 'node:timers/promises';
import { tokenOf } from '../world/world.mjs';

export const howMany = 2000;

/** The members who are signed in, each with the cookie and the keys that they hold. */
export async function viewersOf(sql) {
  const rows = await sql(
    `SELECT a.ref, a.keys, split_part(a.ref, 'bench-', 2)::int AS number FROM core.account a JOIN core.session s ON s.member_ref = a.ref
     WHERE a.ref LIKE 'member:network/bench-%' ORDER BY number`,
  );
  return rows.map(({ ref, keys, number }) => ({ ref, keys, cookie: `hub-session=${tokenOf(number)}` }));
}

export const anyOf = (list) => list[Math.floor(Math.random() * list.length)];

/**
 * One question for both sides.
 * @param {{viewer: object, query: string, variables: object, name: string, text: string, values: unknown[]}} question `values` follow who asks and their keys
 */
export function question({ viewer, query, variables, name, text, values }) {
  return {
    hub: { cookie: viewer.cookie, body: { query, variables } },
    raw: { ...(name ? { name } : {}), text, values: [viewer.ref, viewer.keys, ...values] },
  };
}

/** A moment, in the milliseconds that the tables keep, before everything that is done from now on and after all that was. */
export async function momentIn(sql) {
  await sleep(5);
  const [{ now }] = await sql("SELECT date_trunc('milliseconds', clock_timestamp()) AS now");
  return now;
}
