/**
 * What the log says of an error: its kind and where it was thrown, never its message. Messages quote what people wrote (PostgreSQL, JSON,
 * mail servers all do), and the place says in the code what the message would.
 */
import { downSentence } from '../database/database-down';
import { writtenFrames } from './written-frames';

export interface ErrorFacts {
  readonly type: string;
  readonly code?: string;
  /** Only what a driver says, in words of its own, of a database that cannot be used. */
  readonly message?: string;
  /** Names of the database and of the system, which are the hub's own. */
  readonly [name: string]: unknown;
  readonly cause?: ErrorFacts;
  readonly stack?: string;
}

const mostFrames = 12;
const mostCauses = 3;

/** Facts that drivers and Node give besides: names of what is the hub's own, or of the machine. */
const ownNames = ['schema', 'table', 'constraint', 'routine', 'syscall', 'port', 'responseCode', 'command'];

/** The facts of anything that was thrown. */
export function errorFacts(error: unknown, causes = mostCauses): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error };
  const given = error as Error & Readonly<Record<string, unknown>>;
  const code = codeOf(given);
  const sentence = downSentence(error);
  return {
    type: error.name,
    ...(code ? { code } : {}),
    ...(sentence ? { message: sentence } : {}),
    ...Object.fromEntries(ownNames.flatMap((name) => plain(name, given[name]))),
    ...(error.cause !== undefined && causes > 0 ? { cause: errorFacts(error.cause, causes - 1) } : {}),
    stack: framesOf(error),
  };
}

function codeOf({ code, extensions }: Readonly<Record<string, unknown>>): string | null {
  const found = code ?? (extensions as { readonly code?: unknown } | undefined)?.code;
  return typeof found === 'string' && /^[\w.-]{1,50}$/.test(found) ? found : null;
}

function plain(name: string, value: unknown): [string, string | number][] {
  return typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [];
}

/** Where it was thrown. What stands before, however many lines it has, is the message. */
function framesOf({ message, stack = '' }: Error): string {
  const told = stack.indexOf(message);
  const after = told < 0 ? stack : stack.slice(told + message.length);
  const frames = after.split('\n').filter((line) => /^\s+at /.test(line));
  return writtenFrames(frames.slice(0, mostFrames).join('\n'));
}
