/** Brings the database up to date and ends: for deployments that migrate before they start. */
import { prepareDatabase, settingsFrom } from '@hub/core/server';
import { plugins } from './plugins';
import { failed, progress } from './report';
import { startUpSentence } from './start-up-sentence';

prepareDatabase(settingsFrom(process.env).databaseUrl, plugins).then(
  () => progress('The database is up to date'),
  (error: unknown) => {
    failed(startUpSentence(error, process.env));
    process.exitCode = 1;
  },
);
