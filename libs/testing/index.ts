/** What tests build on. */
export { createTestHub, pluginsOfTheHub, type TestHub, type TestHubOptions } from './test-hub';
export { TestClient, type LiveStream, type TestError, type TestResult } from './test-client';
export { createEmptyDatabase, createTestDatabase } from './database';
export { notesPlugin, noteRef, tellNote, writeNote, type NewNote, type ToldNote } from './notes-plugin';
export { openBrowser } from './browser';
