/** Turns the list of plugins into Nest modules: one for core, one for each plugin, all seeing each other's exports. */
import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Access } from './access/access';
import { Permissions } from './access/permissions';
import { Accounts } from './auth/accounts';
import { ApiTokens } from './auth/api-tokens';
import { Attempts } from './auth/attempts';
import { Audit } from './audit/audit';
import { Credentials } from './auth/credentials';
import { AuthController } from './auth/auth.controller';
import { demonstrationMembers } from './auth/demonstration-members';
import { sessionLimits, Sessions } from './auth/sessions';
import { dataSourceFor } from './database/data-source';
import { Database } from './database/database';
import { Directory } from './directory/directory';
import { graphqlModule } from './graphql/graphql-module';
import { Callers } from './graphql/caller';
import { Mutations } from './graphql/mutations';
import { Questions } from './graphql/questions';
import { SchemaWiring } from './graphql/wire';
import { CallLimit } from './http/call-limit';
import { HubPage } from './http/hub-page';
import { PostgresSpentPoints, SpentPoints } from './http/spent-points';
import { hubSettings } from './hub-settings';
import { Live } from './live/live';
import { LiveCarrier, NotifyCarrier } from './live/live-carrier';
import { LiveChannel } from './live/live-channel';
import { LiveAnswers } from './live/live-answers';
import { RedisCarrier } from './live/redis-carrier';
import { RedisEar } from './live/redis-ear';
import { LiveReads } from './live/live-reads';
import { Log } from './log';
import { letterWriters } from './mail/late-letters';
import { Mail } from './mail/mail';
import { Backlogs } from './operating/backlog';
import { Health } from './operating/health';
import { HealthController } from './operating/health.controller';
import { Instances } from './operating/instances';
import { Metrics } from './operating/metrics';
import { MetricsController } from './operating/metrics.controller';
import { OwnConnection } from './operating/own-connection';
import { HandlerNames, Outbox } from './outbox/outbox';
import { contributionsOf, type ServerPlugin } from './plugin/define';
import { Indexing } from './directory/indexing';
import { PublicPages } from './http/public-pages';
import { Links } from './plugin/links';
import { PluginList } from './plugin/plugin-list';
import { MatchingRows } from './read/matching';
import { ReadModels } from './read/models';
import { Reader } from './read/reader';
import { SecretBox } from './secrets/secret-box';
import { SignedWords } from './secrets/signed-words';
import { SignedLinks } from './mail/signed-links';
import type { Settings } from './settings';

@Module({})
class CoreModule {}

@Module({})
class HubModule {}

/** The root module of a hub with this checked list of plugins, core first. */
export function hubModule(plugins: readonly ServerPlugin[], settings: Settings): DynamicModule {
  return {
    module: HubModule,
    imports: [
      TypeOrmModule.forRootAsync({
        useFactory: () => ({ retryAttempts: 0 }),
        dataSourceFactory: () => dataSourceFor(settings.databaseUrl, plugins).initialize(),
      }),
      coreModule(plugins, settings),
      ...plugins.filter((plugin) => plugin.id !== 'core').map((plugin) => pluginModule(plugin, plugins)),
      graphqlModule(plugins, settings),
    ],
  };
}

function coreModule(plugins: readonly ServerPlugin[], settings: Settings): DynamicModule {
  const models = () =>
    new ReadModels(
      plugins.flatMap((plugin) => [...(plugin.reads ?? []), ...(plugin.composedModels?.(plugins) ?? [])]),
      plugins.flatMap((plugin) => [...(plugin.readExtensions ?? []), ...(plugin.composedReads?.(plugins) ?? [])]),
    );
  const handlers = plugins.flatMap((plugin) =>
    (plugin.handlers ?? []).map(({ event, handler }) => ({ event, handler: handler.name })),
  );
  const providers: Provider[] = [
    { provide: hubSettings, useValue: settings },
    { provide: sessionLimits, useValue: { idleMinutes: settings.sessionIdleMinutes, hours: settings.sessionHours } },
    { provide: PluginList, useValue: new PluginList(plugins) },
    { provide: ReadModels, useFactory: models },
    { provide: Permissions, useValue: new Permissions(plugins.flatMap((plugin) => plugin.permissions ?? [])) },
    { provide: HandlerNames, useValue: new HandlerNames(handlers) },
    {
      provide: Database,
      useFactory: (source: DataSource) => new Database(source, settings.replicaUrls),
      inject: [DataSource],
    },
    { provide: SpentPoints, useClass: PostgresSpentPoints },
    { provide: LiveChannel, useFactory: () => new LiveChannel(settings.databaseUrl) },
    ...liveCarriers(settings),
    ...[demonstrationMembers, letterWriters].map((point) =>
      contributions(contributionsOf(point), contributorsTo(point.id, plugins)),
    ),
    Access,
    Accounts,
    ApiTokens,
    Attempts,
    Audit,
    Backlogs,
    Callers,
    CallLimit,
    Credentials,
    Directory,
    Health,
    HubPage,
    Indexing,
    Instances,
    Links,
    Live,
    LiveAnswers,
    LiveReads,
    Log,
    Mail,
    Metrics,
    Mutations,
    Outbox,
    OwnConnection,
    PublicPages,
    Questions,
    Reader,
    MatchingRows,
    SchemaWiring,
    SecretBox,
    Sessions,
    SignedWords,
    SignedLinks,
  ];
  return {
    module: CoreModule,
    global: true,
    controllers: [AuthController, HealthController, MetricsController],
    providers,
    exports: providers.map(tokenOf),
  };
}

/** By Redis where there is one: then it is listened to as well. */
function liveCarriers({ redisUrl }: Settings): Provider[] {
  if (!redisUrl) return [{ provide: LiveCarrier, useClass: NotifyCarrier }];
  return [
    {
      provide: LiveCarrier,
      useFactory: (database: Database) => new RedisCarrier(redisUrl, database),
      inject: [Database],
    },
    {
      provide: RedisEar,
      useFactory: (database: Database, channel: LiveChannel) => new RedisEar(redisUrl, database, channel),
      inject: [Database, LiveChannel],
    },
  ];
}

function pluginModule(plugin: ServerPlugin, plugins: readonly ServerPlugin[]): DynamicModule {
  const own: Provider[] = [
    ...(plugin.providers ?? []),
    ...(plugin.resolvers ?? []),
    ...(plugin.handlers ?? []).map(({ handler }) => handler),
    ...(plugin.schedules ?? []).map(({ work }) => work),
    ...(plugin.contributes ?? []).map(({ provider }) => provider),
    ...(plugin.seed ? [plugin.seed] : []),
  ];
  const points = (plugin.offers ?? []).map((point) =>
    contributions(contributionsOf(point), contributorsTo(point.id, plugins)),
  );
  const providers = [...new Set(own), ...points];
  const named = { [`${plugin.id}Module`]: class {} }[`${plugin.id}Module`] as Type<unknown>;
  const controllers = [...(plugin.controllers ?? [])];
  return { module: named, global: true, controllers, providers, exports: providers.map(tokenOf) };
}

function contributorsTo(point: string, plugins: readonly ServerPlugin[]): Type<unknown>[] {
  return plugins.flatMap((plugin) =>
    (plugin.contributes ?? []).filter((to) => to.point.id === point).map((to) => to.provider),
  );
}

function contributions(token: string, contributors: readonly Type<unknown>[]): Provider {
  return { provide: token, useFactory: (...list: unknown[]) => list, inject: [...contributors] };
}

function tokenOf(provider: Provider) {
  return typeof provider === 'function' ? provider : provider.provide;
}
