/** What server plugins build on. */
export { definePlugin, contribute, contributionsOf, type ServerPlugin, type EntityKind } from './plugin/define';
export { PluginListError } from './plugin/check';
export { PluginList } from './plugin/plugin-list';
export {
  anyMember,
  editorsOfTheOwningSite,
  editorsOfTheSiteItself,
  permission,
  roleInTheNetwork,
  type Permission,
  type Relation,
} from './access/permission';
export { Access } from './access/access';
export { visibleSql } from './access/scope';
export { Accounts } from './auth/accounts';
export {
  demonstrationMembers,
  type DemonstrationMember,
  type DemonstrationMembers,
} from './auth/demonstration-members';
export { Database } from './database/database';
export { Sessions } from './auth/sessions';
export type { DemonstrationSeed } from './database/seed';
export { Directory, type DirectoryEntry } from './directory/directory';
export {
  badInput,
  BadUserInput,
  Conflict,
  Forbidden,
  HubError,
  NotFound,
  Unauthenticated,
  type FieldProblem,
} from './graphql/errors';
export { actionOf, InAction, type Action } from './graphql/action';
export { Live, type LivePayload } from './live/live';
export { liveField, type LiveField } from './live/live-field';
export { entityChanged, everyEvent } from './outbox/core-events';
export type { DomainEventHandler } from './outbox/handler';
export { Outbox } from './outbox/outbox';
export type { Frame } from './read/frame';
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
  type ReadExtension,
  type ReadModel,
} from './read/model';
export { byExpression, byId, type RootRead } from './read/root';
export { createHub, prepareDatabase, type Hub } from './create-hub';
export { settingsFrom, type Settings } from './settings';
export { composeHubSchema } from './graphql/compose-hub';
