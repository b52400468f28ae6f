/** What server plugins build on. */
export {
  definePlugin,
  contribute,
  contributionsOf,
  type AttachableKind,
  type DefaultRule,
  type AttachableRows,
  type ServerPlugin,
  type EntityKind,
} from './plugin/define';
export { PluginListError } from './plugin/check';
export { refusal } from './http/refusal';
export { Links } from './plugin/links';
export { PluginList } from './plugin/plugin-list';
export {
  anyMember,
  anyoneSignedIn,
  anyOf,
  draftReadersOfTheOwningSite,
  editorsOfTheOwningSite,
  editorsOfTheSiteItself,
  evaluatorsOfTheOwningSite,
  facilitatorsOfItsCommunity,
  leadsOfTheOwningSite,
  leadsOfTheSiteItself,
  permission,
  publishersOfTheOwningSite,
  publishersOfTheSiteItself,
  roleInTheNetwork,
  type Permission,
  type Relation,
} from './access/permission';
export { Access } from './access/access';
export { isSeenWith, openedByNameSql, refSeenBySql, visibleSql } from './access/scope';
export { Accounts, viewerTopic } from './auth/accounts';
export { Credentials } from './auth/credentials';
export { ApiTokens, type NewApiToken } from './auth/api-tokens';
export { Attempts, type AttemptLimit } from './auth/attempts';
export { Audit, type AuditCheck, type AuditEntry } from './audit/audit';
export { isOwnOrigin } from './auth/origins';
export { cookieWith, cookieWithout, tokenIn, type HubCookie } from './auth/cookie';
export { Log } from './log';
export { watchLastResort } from './last-resort';
export { hashOfToken, newToken } from './auth/tokens';
export {
  demonstrationMembers,
  type DemonstrationMember,
  type DemonstrationMembers,
} from './auth/demonstration-members';
export {
  backUp,
  backupKeys,
  type BackupKeys,
  BackupRefused,
  canSeal,
  type HubToBackUp,
  type HubToRestore,
  type KeptFiles,
  type Manifest,
  openSnapshot,
  restore,
  type Snapshot,
} from './backup';
export { migrationsFor, nameOfMigration, type MigrationClass } from './database/data-source';
export { Database } from './database/database';
export { riskySettingsSql } from './database/durability';
export { untilAllowed } from './graphql/allowed';
export { deleteAhead, insertAhead, updateAhead } from './database/records-ahead';
export { together } from './database/together';
export { writeAhead, writeRowAhead } from './database/write-ahead';
export { isDatabaseDown } from './database/database-down';
export { Sessions, type NewSession, type WhichSessions } from './auth/sessions';
export type { SignInWay } from './database/core.records';
export { hubSettings } from './hub-settings';
export { Mail, type Addressed, type PromisedLetter } from './mail/mail';
export type { Letter, LetterItem, LetterLink } from './mail/letter';
export { letterWriters, type LateLetter, type LetterWriter, type WrittenLetter } from './mail/late-letters';
export type { DemonstrationSeed } from './database/seed';
export { hasDemonstration } from './database/demonstration';
export { Directory, type DirectoryEntry } from './directory/directory';
export { indexableSql, Indexing } from './directory/indexing';
export {
  badInput,
  BadUserInput,
  Conflict,
  Forbidden,
  HubError,
  NotFound,
  PatientDetailsSuspected,
  RateLimited,
  SecondFactorRequired,
  Unauthenticated,
  type FieldProblem,
} from './graphql/errors';
export { Callers } from './graphql/caller';
export type { HubContext } from './graphql/context';
export { Questions } from './graphql/questions';
export { csvOf } from './text/csv';
export { mailedWords, wordsInShort, type WordsToMail } from './text/mailed-words';
export { withinTime } from './text/within-time';
export {
  lessonsAndEnablersIn,
  unknownLessonsAndEnablers,
  type LessonsAndEnablers,
} from './reference/lessons-and-enablers';
export { validOperation } from './graphql/checked-operation';
export { requireAffordable } from './graphql/limits';
export { actionOf, InAction, type Action } from './graphql/action';
export { addressGroup, addressOf, type AddressedRequest } from './http/address';
export { HubPage } from './http/hub-page';
export { Live, type LivePayload } from './live/live';
export { LiveAnswers } from './live/live-answers';
export { liveField, type LiveField } from './live/live-field';
export { entityChanged, entityMerged, everyEvent, type MergeFacts } from './outbox/core-events';
export type { DomainEventHandler } from './outbox/handler';
export { Outbox } from './outbox/outbox';
export { figuresIn } from './read/figures';
export type { Frame } from './read/frame';
export { MatchingRows } from './read/matching';
export {
  alphabetical,
  any,
  column,
  entityColumn,
  list,
  many,
  newestFirst,
  one,
  part,
  readExtension,
  readModel,
  sql,
  viewerCan,
  type FieldRead,
  type FilterRead,
  type Order,
  type PageSql,
  type ReadExtension,
  type ReadModel,
  type SqlOf,
} from './read/model';
export { byExpression, byId, type RootRead } from './read/root';
export { londonDay, londonTime, weekdayOf, type Calendar, type Weekday } from './schedule/calendar';
export type { DueWork, Schedule, ScheduledWork } from './schedule/schedule';
export { createHub, prepareDatabase, type Hub } from './create-hub';
export { SecretBox } from './secrets/secret-box';
export { SignedLinks, type SignedLinkKind } from './mail/signed-links';
export { SignedWords } from './secrets/signed-words';
export { settingsFrom, type Settings } from './settings';
export type { FilesSettings, S3Settings, ScannerSettings } from './files-settings';
export type { ReplySettings } from './mail/reply-settings';
export type { OidcSettings } from './oidc-settings';
export { composeHubSchema } from './graphql/compose-hub';
