/** The hub's settings, read once from the environment. The README's table lists them. */
import path from 'node:path';

export interface Settings {
  readonly databaseUrl: string;
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
  readonly worker: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the settings. Throws an Error with one clear sentence for a value that makes no sense. */
export function settingsFrom(env: Environment): Settings {
  if (!env.DATABASE_URL) throw new Error('DATABASE_URL is not set. Start the hub with "npm start".');
  return {
    databaseUrl: env.DATABASE_URL,
    port: wholeNumber(env, 'PORT', 3000),
    host: env.HOST ?? '127.0.0.1',
    publicUrl: publicUrl(env.HUB_PUBLIC_URL),
    demonstration: env.HUB_DEMO === '1',
    introspection: env.HUB_INTROSPECTION === '1',
    webFolder: env.HUB_WEB_FOLDER ? path.resolve(env.HUB_WEB_FOLDER) : null,
    sessionIdleMinutes: wholeNumber(env, 'HUB_SESSION_IDLE_MINUTES', 30),
    sessionHours: wholeNumber(env, 'HUB_SESSION_HOURS', 12),
    worker: env.HUB_WORKER !== '0',
  };
}

function wholeNumber(env: Environment, name: string, otherwise: number): number {
  const text = env[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not "${text}".`);
  return value;
}

function publicUrl(text: string | undefined): URL | null {
  if (!text) return null;
  if (!URL.canParse(text))
    throw new Error(`HUB_PUBLIC_URL must be a full address such as https://hub.example.nhs.uk, not "${text}".`);
  return new URL(text);
}
