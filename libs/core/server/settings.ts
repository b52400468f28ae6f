/** The hub's settings, read once from the environment. The README's table lists them. */
import path from 'node:path';
import { filesSettings, type FilesSettings } from './files-settings';
import { replySettings, type ReplySettings } from './mail/reply-settings';
import { oidcSettings, type OidcSettings } from './oidc-settings';
import { logSettings, type LogSettings } from './operating/log-settings';
import { operatingSettings, type OperatingSettings } from './operating/operating-settings';
import { tracingSettings, type TracingSettings } from './operating/tracing-settings';
import { secretKeys, type SecretKeys } from './secrets/secret-keys';

const roles = ['api', 'worker', 'all'] as const;

/** api: pages and requests. worker: the outbox, mail and scheduled work. Any number of either share one database. */
export type HubRole = (typeof roles)[number];

export interface Settings {
  readonly databaseUrl: string;
  /** Servers that follow it, which are read from as long as they keep up. */
  readonly replicaUrls: readonly string[];
  /** A Redis, or a server like it, that carries live updates between processes; null where PostgreSQL does. */
  readonly redisUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** The address people use, when it is not http on a loopback name; decides cookies and allowed origins. */
  readonly publicUrl: URL | null;
  readonly demonstration: boolean;
  readonly introspection: boolean;
  /** Folder of the built web pages, or null to serve none. */
  readonly webFolder: string | null;
  readonly sessionIdleMinutes: number;
  readonly sessionHours: number;
  /** What this process does. */
  readonly role: HubRole;
  /** The mail server, such as smtp://user:password@mail.example:587; null keeps letters in the hub. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Null where mails cannot be answered. */
  readonly mailReplies: ReplySettings | null;
  /** Whoever proves this address becomes an administrator. */
  readonly adminEmail: string | null;
  readonly oidc: OidcSettings | null;
  readonly secretKeys: SecretKeys;
  /** How many proxies stand before the hub, whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** Points that a person, or an address signed out, may spend on calls in 10 seconds; 0 sets no limit. */
  readonly callLimit: number;
  /** Live connections that one address may hold; 0 sets no limit. */
  readonly socketsPerAddress: number;
  /** Whether only the operations of the hub's own pages are run. */
  readonly trustedDocumentsOnly: boolean;
  readonly files: FilesSettings;
  readonly operating: OperatingSettings;
  readonly log: LogSettings;
  /** Null where nobody takes traces. */
  readonly tracing: TracingSettings | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Throws an Error with one clear sentence for a value that makes no sense. */
export function settingsFrom(env: Environment): Settings {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set. Start the hub with "npm start".');
  return {
    databaseUrl: env.DATABASE_URL,
    replicaUrls: replicaUrls(env.DATABASE_REPLICA_URLS),
    redisUrl: redisUrl(env.HUB_REDIS_URL),
    port: wholeNumber(env, 'PORT', 3000),
    host: env.HOST ?? '127.0.0.1',
    publicUrl: publicUrl(env.HUB_PUBLIC_URL),
    demonstration: env.HUB_DEMO === '1',
    introspection: env.HUB_INTROSPECTION === '1',
    webFolder: env.HUB_WEB_FOLDER ? path.resolve(env.HUB_WEB_FOLDER) : null,
    sessionIdleMinutes: wholeNumber(env, 'HUB_SESSION_IDLE_MINUTES', 30),
    sessionHours: wholeNumber(env, 'HUB_SESSION_HOURS', 12),
    role: hubRole(env.HUB_ROLE || 'all'),
    smtpUrl: smtpUrl(env.HUB_SMTP_URL),
    mailFrom: env.HUB_MAIL_FROM || 'Vanguard hub <hub@localhost>',
    mailReplies: replySettings(env),
    adminEmail: env.HUB_ADMIN_EMAIL?.trim().toLowerCase() || null,
    oidc: oidcSettings(env),
    secretKeys: secretKeys(env),
    trustedProxies: wholeNumber(env, 'HUB_TRUSTED_PROXIES', 0),
    callLimit: wholeNumber(env, 'HUB_CALL_LIMIT', 1800),
    socketsPerAddress: wholeNumber(env, 'HUB_SOCKETS_PER_ADDRESS', 200),
    trustedDocumentsOnly: env.HUB_TRUSTED_DOCUMENTS_ONLY === '1',
    files: filesSettings(env),
    operating: operatingSettings(env),
    log: logSettings(env),
    tracing: tracingSettings(env),
  };
}

function wholeNumber(env: Environment, name: string, otherwise: number): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not "${text}".`);
  return value;
}

function hubRole(text: string): HubRole {
  const role = roles.find((each) => each === text);
  if (!role) throw new Error(`HUB_ROLE must be ${roles.join(', ')}, not "${text}".`);
  return role;
}

function publicUrl(text: string | undefined): URL | null {
  if (!text) return null;
  if (!URL.canParse(text))
    throw new Error(`HUB_PUBLIC_URL must be a full address such as https://hub.example.nhs.uk, not "${text}".`);
  return new URL(text);
}

function replicaUrls(text = ''): readonly string[] {
  const urls = text
    .split(',')
    .map((url) => url.trim())
    .filter(Boolean);
  if (!urls.every((url) => URL.canParse(url) && /^postgres(ql)?:$/.test(new URL(url).protocol)))
    throw new Error(
      'DATABASE_REPLICA_URLS must be addresses such as postgres://hub:password@replica.example/hub, with commas.',
    );
  return urls;
}

function redisUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^rediss?:$/.test(new URL(text).protocol))
    throw new Error('HUB_REDIS_URL must be an address such as redis://:password@redis.example:6379.');
  return text;
}

function smtpUrl(text: string | undefined): string | null {
  if (!text) return null;
  if (!URL.canParse(text) || !/^smtps?:$/.test(new URL(text).protocol))
    throw new Error('HUB_SMTP_URL must be an address such as smtp://user:password@mail.example:587.');
  return text;
}
