/** Backups of a hub, and what puts them back. */
export { backUp, type HubToBackUp } from './back-up';
export type { KeptFiles } from './kept-files';
export { BackupRefused, type Manifest } from './manifest';
export { restore, type HubToRestore } from './restore';
export { backupKeys, canSeal, type BackupKeys } from './seal';
export { openSnapshot, type Snapshot } from './snapshot';
