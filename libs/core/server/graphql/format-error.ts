/** The one place where errors leave the hub: named errors as they are, everything else masked and logged. */
import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { isDatabaseDown } from '../database/database-down';
import type { Report } from '../log';
import { currentWork, workFor } from '../operating/current-work';
import { HubError, ServiceUnavailable, TookTooLong } from './errors';

const longestMessage = 500;

/** Codes that GraphQL itself gives to requests that it cannot run. */
const requestCodes = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_ONLY',
]);

/** What GraphQL says, without a code, where it stops counting what is wrong with variables. */
const tooManyProblems = /^Too many errors processing variables/;

/** The error as clients see it. What was not meant for people is logged under the request id that they get. */
export function formatError(error: GraphQLFormattedError, cause: unknown, report: Report): GraphQLFormattedError {
  const formatted = asSeen(error, cause, report);
  currentWork()?.codes.add(String(formatted.extensions?.code));
  return formatted;
}

function asSeen(error: GraphQLFormattedError, cause: unknown, report: Report): GraphQLFormattedError {
  const original = originalOf(cause);
  if (original instanceof TookTooLong) return unavailable(error, original, 'A request took longer than it may', report);
  if (original instanceof HubError)
    return { message: cut(original.message), ...locate(error), extensions: original.extensions };
  if (isDatabaseDown(original)) return unavailable(error, original, 'The database could not be used', report);
  const code = tooManyProblems.test(error.message) ? 'BAD_USER_INPUT' : String(error.extensions?.code ?? '');
  if (requestCodes.has(code) && !isThrownByCode(cause)) {
    return refused(error, code);
  }
  const requestId = reported('A request failed', original, report);
  return {
    message: 'Sorry, there is a problem with the hub',
    ...locate(error),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}

/** GraphQL's own refusal of a request, with the sentence cut to what concerns the person, and no hint of what else there is. */
function refused(error: GraphQLFormattedError, code: string): GraphQLFormattedError {
  const { path, sentence } =
    code === 'BAD_USER_INPUT' ? variableProblem(error.message) : { path: null, sentence: error.message };
  const message = cut(/introspection is not allowed/i.test(sentence) ? 'Introspection is off' : sentence);
  return { message, ...locate(error), extensions: { code, ...(path ? { fields: [{ path, message }] } : {}) } };
}

/** GraphQL names the place of a wrong variable in words; clients get it as a field path like any other. */
function variableProblem(message: string): { path: string | null; sentence: string } {
  const [, variable = null, below = null, reason = message] =
    /^Variable "\$(\w+)" got invalid value [^]*?(?: at "(\w+(?:\.\w+|\[\d+\])+)")?; ([^]*)$/.exec(message) ??
    /^Variable "\$(\w+)"()/.exec(message) ??
    [];
  const path = (below || variable)?.replaceAll(/\[(\d+)\]/g, '.$1') ?? null;
  return { path, sentence: reason.replace(/ Did you mean [^?]*\?$/, '') };
}

/** It cannot be done just now: said as such, with the id under which the log says why. */
function unavailable(error: GraphQLFormattedError, cause: unknown, why: string, report: Report): GraphQLFormattedError {
  const instead = new ServiceUnavailable();
  const requestId = reported(why, cause, report);
  return { message: instead.message, ...locate(error), extensions: { ...instead.extensions, requestId } };
}

/** Tells of an error under the id of the request at hand, or a new one, and gives that. */
function reported(what: string, error: unknown, report: Report): string {
  const work = currentWork() ?? { id: randomUUID(), operation: null, codes: new Set<string>() };
  workFor(work, () => report(what, error));
  return work.id;
}

function locate({ path, locations }: GraphQLFormattedError): Pick<GraphQLFormattedError, 'path' | 'locations'> {
  return { ...(path ? { path } : {}), ...(locations ? { locations } : {}) };
}

function originalOf(cause: unknown): unknown {
  let found = cause;
  while (found instanceof GraphQLError && !(found instanceof HubError) && found.originalError)
    found = found.originalError;
  return found;
}

function isThrownByCode(cause: unknown): boolean {
  const original = originalOf(cause);
  return original instanceof Error && !(original instanceof GraphQLError);
}

function cut(message: string): string {
  return message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message;
}
