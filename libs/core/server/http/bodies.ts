/** Which bodies are read at all: JSON in UTF-8, not compressed, and not large; a form only where another server must send one. */
import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusal } from './refusal';

const largestBody = 256 * 1024;

/** Makes JSON the only body that is read. Everything else is refused before it is read. */
export function acceptJsonOnly(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const encoding = request.headers['content-encoding'] ?? 'identity';
    if (encoding.toLowerCase() === 'identity') return undefined;
    return reply.code(415).send(refusal('BAD_REQUEST', 'Send the body without compression'));
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: largestBody },
    (request, body: Buffer, done) => {
      if (!isUtf8(request)) return done(new UnsupportedMediaTypeException('Send UTF-8'));
      try {
        return done(null, body.length === 0 ? {} : parse(body));
      } catch {
        return done(new BadRequestException('The body is not JSON in UTF-8'));
      }
    },
  );
}

/** Reads forms at these paths, and nowhere else: any page can make a browser send one. Of a form in parts only that it came is known. */
export function acceptForms(server: FastifyInstance, paths: readonly string[]): void {
  if (paths.length === 0) return;
  server.addContentTypeParser(
    formTypes,
    { parseAs: 'string', bodyLimit: largestForm },
    (request, body: string, done) => {
      if (!takesForm(request, paths)) return done(new UnsupportedMediaTypeException('Send application/json'));
      const isInParts = mediaType(request.headers['content-type']) !== plainForm;
      return done(null, isInParts ? {} : Object.fromEntries(new URLSearchParams(body)));
    },
  );
}

const plainForm = 'application/x-www-form-urlencoded';
const formTypes = [plainForm, 'multipart/form-data'];
const largestForm = 32 * 1024;

/** True for a form that is sent to one of these paths. */
export function takesForm(
  { url, headers }: Pick<FastifyRequest, 'url' | 'headers'>,
  paths: readonly string[],
): boolean {
  return paths.includes(url.split('?')[0] ?? '') && formTypes.includes(mediaType(headers['content-type']) ?? '');
}

/** True for the one media type that a page cannot send to another site without being asked. */
export function isJson(contentType: string | undefined): boolean {
  return mediaType(contentType) === 'application/json';
}

function mediaType(contentType: string | undefined): string | undefined {
  return contentType?.split(';')[0]?.trim().toLowerCase();
}

/** Ill-formed bytes are refused, not replaced: what is stored must be what was sent. */
function parse(body: Buffer): unknown {
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
}

function isUtf8({ headers }: FastifyRequest): boolean {
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  return /^utf-?8$/i.test(charset);
}
