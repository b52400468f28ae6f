/** Builds and starts a hub from a list of plugins: database, schema, HTTP, live operations and worker in one process. */
import 'reflect-metadata';
import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import type { GraphQLSchema } from 'graphql';
import { DataSource } from 'typeorm';
import { Credentials } from './auth/credentials';
import { writeCareModels } from './database/care-models';
import { dataSourceFor, type MigrationClass } from './database/data-source';
import { loadDemonstration } from './database/demonstration';
import { riskySettings } from './database/durability';
import { migrate } from './database/migrate';
import { Database } from './database/database';
import { CallLimit } from './http/call-limit';
import { takeNoMore } from './http/last-connections';
import { setUpHttp } from './http/set-up';
import { longestUploadMs } from './http/slow-bodies';
import { trustedDocuments } from './http/trusted-documents';
import { hubModule } from './hub.module';
import { Live } from './live/live';
import { LiveChannel } from './live/live-channel';
import { RedisEar } from './live/redis-ear';
import { serveSockets } from './live/socket-server';
import { Log } from './log';
import { LateLetters, letterWriters, type LetterWriter } from './mail/late-letters';
import { MailKeeper } from './mail/mail-keeper';
import { Health } from './operating/health';
import { Instances } from './operating/instances';
import { Metrics } from './operating/metrics';
import { serveOperating } from './operating/operating-server';
import { giveSpansTo } from './operating/tracing';
import type { DomainEventHandler } from './outbox/handler';
import { OutboxWorker } from './outbox/worker';
import { WorkerLoop, type Work } from './outbox/worker-loop';
import { checkPlugins } from './plugin/check';
import { corePlugin } from './plugin/core-plugin';
import { contributionsOf, type ServerPlugin } from './plugin/define';
import type { ScheduledWork } from './schedule/schedule';
import { ScheduleWorker, type RunningSchedule } from './schedule/schedule-worker';
import type { Settings } from './settings';

export interface Hub {
  readonly app: NestFastifyApplication;
  readonly schema: GraphQLSchema;
  readonly worker: OutboxWorker;
  /** Does scheduled work by this clock. The hub's own worker goes by the time that it is. */
  schedulesBy(clock: () => Date): ScheduleWorker;
  /** Sends mail; where no mail server is set, only writes what is to be kept. */
  readonly mailSender: Work;
  /** Says in the log where the database may lose what it acknowledged. */
  warnOfRisks(): Promise<void>;
  /** Starts working the outbox in this process. */
  startWorker(): void;
  /** Starts listening, and working where the settings say so; gives the port, which matters when 0 was asked for. */
  listen(): Promise<number>;
  /** Listens for those who run the hub, where the settings say so; gives that port. A worker listens nowhere else. */
  listenForOperators(): Promise<number | null>;
  /** How many errors nobody caught, for whoever reads the metrics. */
  readUnexpected(count: () => number): void;
  /** Loads the demonstration network unless it is there already. */
  loadDemonstration(): Promise<boolean>;
  /** Says at once that it is not ready, goes on for as long as the settings say, finishes what was begun, and ends. */
  close(): Promise<void>;
}

/** Brings the hub's database up to date: migrations of core and of every plugin, or only these, and the care models. */
export async function prepareDatabase(
  url: string,
  plugins: readonly ServerPlugin[],
  migrations?: readonly MigrationClass[],
): Promise<void> {
  const list = withCore(plugins);
  const source = await dataSourceFor(url, list, 'migrating', migrations).initialize();
  try {
    await migrate(source);
    await writeCareModels(source);
  } finally {
    await source.destroy();
  }
}

/** How long a client may take over its headers, and how often that is looked at. */
const slowClients = { headersTimeout: 15_000, connectionsCheckingInterval: 5000 };

/** Builds a hub on a prepared database. Throws PluginListError when the plugins do not fit together. */
export async function createHub(plugins: readonly ServerPlugin[], settings: Settings): Promise<Hub> {
  const list = withCore(plugins);
  const documents = trustedDocuments(settings);
  const app = await NestFactory.create<NestFastifyApplication>(
    hubModule(list, settings),
    new FastifyAdapter({ bodyLimit: 1024 * 1024, requestTimeout: longestUploadMs, http: slowClients }),
    {
      bodyParser: false,
      logger: false,
      abortOnError: false,
      forceCloseConnections: true,
    },
  );
  const channel = app.get(LiveChannel);
  try {
    await setUpHttp(app, settings, documents);
    await channel.open();
    if (settings.redisUrl) await listenToRedis(app);
    await app.init();
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }

  const log = app.get(Log);
  const schema = app.get(GraphQLSchemaHost).schema;
  const health = app.get(Health);
  const metrics = app.get(Metrics);
  const instances = app.get(Instances);
  const worker = new OutboxWorker(app.get(Database), handlersOf(list, app), log.warn, (outcome) =>
    metrics.delivery(outcome),
  );
  const mailSender = await mailSenderOf(app, settings);
  const schedules = schedulesOf(list, app);
  const scheduleWorker = new ScheduleWorker(app.get(Database), schedules, log.warn);
  const loops = [worker, scheduleWorker, mailSender].map((work) => new WorkerLoop(work, channel, log.warn));
  const parts = {
    schema,
    credentials: app.get(Credentials),
    live: app.get(Live),
    calls: app.get(CallLimit),
    documents,
    settings,
    report: log.error,
    metrics,
  };
  const stopSockets = serveSockets(app.getHttpServer(), parts);
  let operating: Server | null = null;
  const stopTracing = await startTracing(settings, log);

  return {
    app,
    schema,
    worker,
    schedulesBy: (clock) => new ScheduleWorker(app.get(Database), schedules, log.warn, clock),
    mailSender,
    async warnOfRisks() {
      const settings = await riskySettings(app.get(DataSource));
      if (settings.length > 0) log.warn('The database may lose what was acknowledged', undefined, { settings });
    },
    startWorker() {
      for (const loop of loops) loop.start();
      void instances.begin();
    },
    async listen() {
      await app.listen(settings.port, settings.host);
      if (settings.role !== 'api') for (const loop of loops) loop.start();
      await instances.begin();
      return portOf(app.getHttpServer(), settings.port);
    },
    loadDemonstration: () => loadDemonstration(app.get(DataSource), list, app),
    async listenForOperators() {
      const { port, metricsToken } = settings.operating;
      if (port === null) return null;
      operating = await serveOperating({ health, metrics, metricsToken }, port, settings.host);
      return portOf(operating, port);
    },
    readUnexpected: (count) => metrics.readUnexpected(count),
    async close() {
      const drainMs = settings.operating.drainSeconds * 1000;
      health.stop();
      await sleep(drainMs);
      const lastConnections = takeNoMore(app.getHttpServer(), drainMs);
      await Promise.all(loops.map((loop) => loop.stop()));
      await stopSockets();
      await lastConnections;
      await instances.end();
      await app.close();
      await stopTracing();
      operating?.close();
      operating?.closeAllConnections();
    },
  };
}

/** What speaks with mail servers is not even loaded where none is set. */
async function mailSenderOf(app: NestFastifyApplication, settings: Settings): Promise<Work> {
  const late = new LateLetters(app.get<readonly LetterWriter[]>(contributionsOf(letterWriters)));
  if (!settings.smtpUrl) return new MailKeeper(app.get(Database), late);
  const [log, metrics] = [app.get(Log), app.get(Metrics)];
  const { MailSender } = await import('./mail/mail-sender');
  return new MailSender(app.get(Database), late, settings, settings.smtpUrl, log.warn, (outcome) =>
    metrics.mail(outcome),
  );
}

async function listenToRedis(app: NestFastifyApplication): Promise<void> {
  const ear = app.get(RedisEar);
  app.get(Metrics).readRedis(() => ear.isThere);
  await ear.open();
}

/** Sends traces where the settings say so; what does that is not even loaded otherwise. The returned function sends the last. */
async function startTracing({ tracing }: Settings, log: Log): Promise<() => Promise<void>> {
  if (!tracing) return () => Promise.resolve();
  const { OtlpExporter } = await import('./operating/otlp');
  const exporter = new OtlpExporter(tracing, log.warn);
  giveSpansTo(exporter);
  return () => {
    giveSpansTo(null);
    return exporter.close();
  };
}

/** The port that a server listens on: another one than was asked for where that was 0. */
function portOf(server: Server, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : asked;
}

function withCore(plugins: readonly ServerPlugin[]): readonly ServerPlugin[] {
  const list = [corePlugin, ...plugins].map((plugin) => dropAbsent(plugin, plugins));
  checkPlugins(list);
  return list;
}

/** Contributions to the points of plugins that may be left out, and are, go with them. */
function dropAbsent(plugin: ServerPlugin, plugins: readonly ServerPlugin[]): ServerPlugin {
  const present = new Set(['core', ...plugins.map(({ id }) => id)]);
  const uses = plugin.uses ?? [];
  return {
    ...plugin,
    contributes:
      plugin.contributes?.filter(({ point }) => present.has(point.owner) || !uses.includes(point.owner)) ?? [],
  };
}

function handlersOf(plugins: readonly ServerPlugin[], app: NestFastifyApplication): Map<string, DomainEventHandler> {
  const handlers = plugins.flatMap((plugin) => plugin.handlers ?? []);
  return new Map(handlers.map(({ handler }) => [handler.name, app.get<DomainEventHandler>(handler)]));
}

function schedulesOf(plugins: readonly ServerPlugin[], app: NestFastifyApplication): RunningSchedule[] {
  const schedules = plugins.flatMap((plugin) => plugin.schedules ?? []);
  return schedules.map((schedule) => ({ ...schedule, work: app.get<ScheduledWork>(schedule.work) }));
}
