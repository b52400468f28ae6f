/** What went wrong at the start, as one sentence that says what to do. */

type Environment = Readonly<Record<string, string | undefined>>;

/** The sentence for an error at start-up. Never a stack trace. */
export function startUpSentence(error: unknown, env: Environment): string {
  const message = error instanceof Error ? error.message : String(error);
  const { port, setting } = portOf(error, env);
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Stop what uses it, or choose another with ${setting}.`;
    case 'EACCES':
      return `The hub may not listen on port ${port}. Choose a port above 1023 with ${setting}.`;
    case 'EADDRNOTAVAIL':
      return `This machine has no address ${env.HOST ?? ''}. Choose another with HOST.`;
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'ETIMEDOUT':
      return `The database at ${databaseHost(env)} cannot be reached. Check DATABASE_URL and that PostgreSQL runs there.`;
    case '28P01':
    case '28000':
      return `The database at ${databaseHost(env)} refused the user name or password in DATABASE_URL.`;
    case '55P03':
      return 'The database cannot be brought up to date while somebody holds its tables for long, as a backup does. Start again when that is over.';
    case '3D000':
      return 'The database that DATABASE_URL names does not exist. Create it first.';
    default:
      return /timeout/i.test(message)
        ? `The database at ${databaseHost(env)} does not answer. Check DATABASE_URL.`
        : `The hub could not start: ${message.split('\n')[0] ?? message}`;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}

/** The port that could not be had, if it was one, and the setting that asks for it. */
function portOf(error: unknown, env: Environment): { port: string; setting: string } {
  const port = error instanceof Error && 'port' in error ? String(error.port) : (env.PORT ?? '3000');
  return { port, setting: port === env.HUB_OPERATING_PORT ? 'HUB_OPERATING_PORT' : 'PORT' };
}

/** Host and port only: the address may hold a password. */
function databaseHost(env: Environment): string {
  const url = env.DATABASE_URL ?? '';
  return URL.canParse(url) ? new URL(url).host : 'DATABASE_URL';
}
