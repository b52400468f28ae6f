/** The last word on every HTTP request that failed outside GraphQL: a status, a code and a sentence, and never what went wrong inside. */
import { randomUUID } from 'node:crypto';
import { HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { isDatabaseDown } from '../database/database-down';
import { HubError, RateLimited } from '../graphql/errors';
import type { Report } from '../log';
import { currentWork } from '../operating/current-work';
import { codeOfStatus, refusal, statusOfCode, type Refusal } from './refusal';

/** Seconds after which a hub that was busy is worth asking again. */
const busySeconds = 2;

interface Answer {
  readonly status: number;
  readonly body: Refusal | object;
  readonly retryAfter?: number;
}

export class EdgeFilter implements ExceptionFilter {
  constructor(private readonly report: Report) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (isGone(error, reply)) return;
    const { status, body, retryAfter } = this.answerTo(error);
    if (reply.sent) return;
    if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
    void reply.code(status).send(body);
  }

  private answerTo(error: unknown): Answer {
    if (error instanceof RateLimited) return { ...worded(error), status: 429, retryAfter: error.retryAfterSeconds };
    if (error instanceof HubError) return worded(error);
    if (isDatabaseDown(error)) {
      this.report('The database could not be used', error);
      return busy();
    }
    if (error instanceof HttpException) return ofException(error);
    const status = statusOf(error);
    if (status !== null && status < 500) return { status, body: refusal(codeOfStatus(status), sentenceOf(status)) };
    if (status === 503) return busy();
    const requestId = currentWork()?.id ?? randomUUID();
    this.report('A request failed', error, { requestId });
    const body = refusal('INTERNAL_SERVER_ERROR', 'Sorry, there is a problem with the hub', { requestId });
    return { status: 500, body };
  }
}

/** Whoever asked left while the answer was on its way, as people do who go on to another page. */
function isGone(error: unknown, { raw }: FastifyReply): boolean {
  return raw.destroyed && error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}

function worded(error: HubError): Answer {
  const { code, ...extra } = error.extensions;
  return { status: statusOfCode(String(code)), body: refusal(String(code), error.message, extra) };
}

function busy(): Answer {
  const body = refusal('SERVICE_UNAVAILABLE', 'The hub is busy or restarting. Try again in a moment');
  return { status: 503, body, retryAfter: busySeconds };
}

/** What a controller said in its own words is left as it is. */
function ofException(error: HttpException): Answer {
  const status = error.getStatus();
  const said = error.getResponse();
  const retryAfter = status === 503 ? { retryAfter: busySeconds } : {};
  if (typeof said === 'object' && !('statusCode' in said)) return { status, body: said, ...retryAfter };
  const sentence =
    error.message === 'Not Found' || /^Cannot [A-Z]+ /.test(error.message) ? sentenceOf(404) : error.message;
  return { status, body: refusal(codeOfStatus(status), sentence), ...retryAfter };
}

/** The status that Fastify gives to what it refuses by itself, such as a body that is too large. */
function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('statusCode' in error)) return null;
  return typeof error.statusCode === 'number' ? error.statusCode : null;
}

function sentenceOf(status: number): string {
  if (status === 404) return 'There is nothing at this address';
  if (status === 413) return 'This is too large';
  if (status === 415) return 'Send application/json in UTF-8';
  return 'This request cannot be read';
}
