/** What tests build on. */
export { createTestHub, pluginsOfTheHub, type TestHub, type TestHubOptions, type TestLetter } from './test-hub';
export { TestClient, type LiveStream, type TestError, type TestResult } from './test-client';
export {
  copyTestDatabase,
  createEmptyDatabase,
  createTestDatabase,
  testFilesFolder,
  withClient,
  type TestDatabase,
} from './database';
export { notesPlugin, noteRef, tellNote, writeNote, type NewNote, type ToldNote } from './notes-plugin';
export { attachFile, sendFile, type SentFile } from './attach';
export { statementsOf, type SentStatement, type Statement } from './statements';
export { arePicturesWanted, openBrowser } from './browser';
export { openMailbox, type ArrivedMail, type Mailbox } from './mailbox';
export { findInstalled, type Installed } from './installed';
export { findRedis, startRedis, type RunningRedis } from './redis';
export { aFreePort } from './ports';
