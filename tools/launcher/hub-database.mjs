/** The database the hub uses: the one that DATABASE_URL names, or the embedded one. */
import { closeAtEnd, end } from './life.mjs';
import { say } from './say.mjs';

/**
 * Opens it, and closes it at the end. The packages must be installed already.
 * @returns {Promise<{url: string, folder: string | undefined}>} no folder for a database of the person's own
 */
export async function openHubDatabase({ databaseUrl, dataFolder }) {
  if (databaseUrl) return { url: databaseUrl, folder: undefined };
  say('Starting the embedded PostgreSQL ...');
  const { openDatabase } = await import('../postgres/open.mjs');
  const database = await closeAtEnd(openDatabase({ dataFolder, say }), (opened) => opened.close());
  database.lost.then(() =>
    end(1, 'The embedded database went away: run npm start again, nothing that was saved is lost.'),
  );
  return database;
}
