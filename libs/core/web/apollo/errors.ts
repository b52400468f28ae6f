/** What an error means to the person: one reading of Apollo's errors, by the API's codes. */
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors';
import type { SuspectedDetails } from '../forms/patient-guard';

export type ProblemCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'PII_SUSPECTED'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'SERVICE_UNAVAILABLE'
  | 'OFFLINE'
  | 'UNREACHABLE'
  | 'UNKNOWN';

export interface Problem {
  readonly code: ProblemCode;
  /** A sentence for the page, with a next step. */
  readonly message: string;
  /** The refused fields of BAD_USER_INPUT; paths without the leading `input.`. */
  readonly fields: readonly { readonly path: string; readonly message: string }[];
  /** Seconds until one may try again, for RATE_LIMITED where the server says so. The message says it in words. */
  readonly retryAfter: number | null;
  /** What the server adds to its code, such as what is there now on CONFLICT. */
  readonly extensions: Readonly<Record<string, unknown>>;
  /** Sends the very same again: there when it is enough that the person first confirms that it is them. */
  readonly again?: () => Promise<boolean>;
  /** What looks like a detail of a patient, and how to say that it is none: there with PII_SUSPECTED. */
  readonly suspected?: SuspectedDetails;
}

const sentences: Record<ProblemCode, string> = {
  UNAUTHENTICATED: 'Sign in to go on. What you wrote is kept in this tab.',
  FORBIDDEN: 'You cannot do this.',
  NOT_FOUND: 'This is not here, or not any more.',
  BAD_USER_INPUT: 'There is a problem with what you entered.',
  PII_SUSPECTED: 'What you wrote may hold details of a patient.',
  CONFLICT: 'Someone else changed this while you were writing.',
  RATE_LIMITED: 'You have done this many times in a short while. Wait a minute, then try again.',
  SERVICE_UNAVAILABLE: 'The hub is busy or restarting. Try again in a moment.',
  OFFLINE: 'You are offline. What you wrote is kept in this tab.',
  UNREACHABLE: 'The hub cannot be reached. What you wrote is kept in this tab. Try again.',
  UNKNOWN: 'Sorry, there is a problem with the hub. Try again.',
};

/** Codes whose own sentence from the server says more than ours. */
const serverSpeaks: readonly ProblemCode[] = ['FORBIDDEN', 'BAD_USER_INPUT', 'CONFLICT', 'RATE_LIMITED'];

/** Whether the same would be done for somebody who confirms first, by their second step, that it is them. */
export function asksForSecondStep({ code, extensions }: Problem): boolean {
  return code === 'FORBIDDEN' && extensions['reason'] === 'MFA_REQUIRED';
}

/** Reads any error thrown or returned by a query, mutation or live operation. */
export function problemOf(error: unknown): Problem {
  if (!CombinedGraphQLErrors.is(error)) return problem(connectionCode(error));
  const first = error.errors.find((each) => codeOf(each.extensions) !== 'UNKNOWN') ?? error.errors[0];
  const extensions = first?.extensions ?? {};
  const code = codeOf(extensions);
  const message = serverSpeaks.includes(code) && first?.message ? first.message : sentences[code];
  return {
    code,
    message,
    fields: fieldsOf(extensions['fields']),
    retryAfter: numberOrNull(extensions['retryAfterSeconds']),
    extensions,
  };
}

/** The page's sentence for a code, where no error is at hand. */
export function sentenceFor(code: ProblemCode): string {
  return sentences[code];
}

function problem(code: ProblemCode): Problem {
  return { code, message: sentences[code], fields: [], retryAfter: null, extensions: {} };
}

function codeOf(extensions: Readonly<Record<string, unknown>> | undefined): ProblemCode {
  const code = extensions?.['code'];
  return typeof code === 'string' && code in sentences ? (code as ProblemCode) : 'UNKNOWN';
}

/** Browsers word a request that never arrived each in their own way, but always as a TypeError. */
const lostRequest = /fetch|network|load failed|module script/i;

const codeOfStatus: Readonly<Record<number, ProblemCode>> = {
  401: 'UNAUTHENTICATED',
  429: 'RATE_LIMITED',
  503: 'SERVICE_UNAVAILABLE',
};

function connectionCode(error: unknown): ProblemCode {
  if (ServerError.is(error)) return codeOfStatus[error.statusCode] ?? 'UNKNOWN';
  const isLost = error instanceof TypeError && lostRequest.test(error.message);
  if (!isLost) return 'UNKNOWN';
  return navigator.onLine === false ? 'OFFLINE' : 'UNREACHABLE';
}

function fieldsOf(fields: unknown): Problem['fields'] {
  if (!Array.isArray(fields)) return [];
  return fields.flatMap((field: unknown) => {
    if (typeof field !== 'object' || field === null) return [];
    const { path, message } = field as { path?: unknown; message?: unknown };
    if (typeof message !== 'string') return [];
    return [{ path: pathWords(path), message }];
  });
}

function pathWords(path: unknown): string {
  const text = Array.isArray(path) ? path.join('.') : String(path ?? '');
  return text.replace(/^input\.?/, '');
}

function numberOrNull(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
