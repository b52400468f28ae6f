/** The small listener for those who run the hub: health and metrics, and nothing else. A worker has no other. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import { isBearerOf } from './bearer';
import type { Health } from './health';
import type { Metrics } from './metrics';

export interface OperatingParts {
  readonly health: Pick<Health, 'trouble'>;
  readonly metrics: Pick<Metrics, 'page'>;
  /** Null where whoever reaches the port may read metrics. */
  readonly metricsToken: string | null;
}

interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body: string;
}

const longestRequestMs = 5000;

/** Listens. Rejects when the port is taken. */
export async function serveOperating(parts: OperatingParts, port: number, host: string): Promise<Server> {
  const server = createServer({ requestTimeout: longestRequestMs, headersTimeout: longestRequestMs });
  server.on('request', (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    const asked = request.method === 'GET' || request.method === 'HEAD';
    const answer = asked ? answerTo(parts, path, request.headers.authorization) : status(405);
    Promise.resolve(answer).then(
      (found) => send(response, found),
      () => send(response, status(500)),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}

async function answerTo(parts: OperatingParts, path: string, authorization: string | undefined): Promise<Answer> {
  if (path === '/health/live') return { status: 200, body: '{"status":"ok"}' };
  if (path === '/health' || path === '/health/ready') return readiness(await parts.health.trouble());
  if (path !== '/metrics') return status(404);
  if (parts.metricsToken !== null && !isBearerOf(parts.metricsToken, authorization)) return status(401);
  const { type, text } = await parts.metrics.page();
  return { status: 200, type, body: text };
}

function readiness(trouble: string | null): Answer {
  return { status: trouble ? 503 : 200, body: JSON.stringify({ status: trouble ?? 'ok' }) };
}

function status(code: number): Answer {
  return { status: code, body: '{}' };
}

function send(
  response: ServerResponse,
  { status: code, type = 'application/json; charset=utf-8', body }: Answer,
): void {
  response.writeHead(code, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}
