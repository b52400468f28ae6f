/**
 * Keeps the embedded database from filling its disk to the last byte: a PostgreSQL that cannot log ahead ends, and reading with it. While
 * there is little room it takes no writes.
 */
import { statfs } from 'node:fs/promises';

const megabyte = 1024 * 1024;
const little = 128 * megabyte;
const enough = 192 * megabyte;
const everyMs = 2000;

/** How many bytes its account may still write where a folder is. */
export async function roomIn(folder) {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Looks once, and lets the database take writes or not, by how much room there is.
 * @param {import('pg').Client} client of a superuser
 * @param {number} room in bytes
 * @param {(text: string) => void} say hears of each change
 */
export async function heedRoom(client, room, say) {
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT FROM pg_file_settings WHERE name = 'default_transaction_read_only' AND setting = 'on') AS closed`,
  );
  const [{ closed }] = rows;
  if (closed ? room < enough : room >= little) return;
  await client.query('SET default_transaction_read_only = off');
  await client.query(`ALTER SYSTEM ${closed ? 'RESET' : 'SET'} default_transaction_read_only${closed ? '' : ' = on'}`);
  await client.query('SELECT pg_reload_conf()');
  say(
    closed
      ? 'There is room on the disk again: the database takes writes.'
      : 'The disk of the database is nearly full: it takes no writes until there is more room. Reading goes on.',
  );
}

/** Looks now, and then every two seconds. Gives what ends it. */
export async function watchRoom(client, folder, say) {
  const look = async () => heedRoom(client, await roomIn(folder), say);
  await look();
  let looking = Promise.resolve();
  const timer = setInterval(() => (looking = look().catch(() => undefined)), everyMs);
  timer.unref();
  return async () => {
    clearInterval(timer);
    await looking;
  };
}
