/** What every HTTP answer has in common: origin rules, headers, compression, JSON bodies only, and the web pages. */
import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import { BadRequestException, UnsupportedMediaTypeException } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { isOwnOrigin } from '../auth/origins';
import type { Settings } from '../settings';
import { serveWeb } from './serve-web';

/** Sets up the HTTP side of a hub before its routes are made. */
export async function setUpHttp(app: NestFastifyApplication, settings: Settings): Promise<void> {
  const server = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  await server.register(helmet, headers(settings));
  await server.register(compress, { threshold: 1024 });
  guardOrigins(server, settings);
  acceptJsonOnly(server);
  if (settings.webFolder) await serveWeb(server, settings.webFolder);
}

function headers({ publicUrl }: Settings) {
  const secure = publicUrl?.protocol === 'https:';
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        connectSrc: ["'self'"],
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
    crossOriginEmbedderPolicy: false,
  } as const;
}

/** Foreign pages may not speak to the API with a person's cookie. */
function guardOrigins(server: FastifyInstance, settings: Settings): void {
  server.addHook('onRequest', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    if (path !== '/graphql' && !path.startsWith('/auth/')) return;
    reply.header('cache-control', 'no-store');
    if (!isOwnOrigin(request.headers.origin, server.server, settings))
      return reply.code(403).send({ error: 'Not from this page' });
    if (path.startsWith('/auth/') && request.method === 'POST' && !isJson(request.headers['content-type'])) {
      return reply.code(415).send({ error: 'Send application/json' });
    }
    return undefined;
  });
}

function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: 256 * 1024 },
    (request, body, done) => {
      const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
      if (!/^utf-?8$/i.test(charset)) return done(new UnsupportedMediaTypeException('Send UTF-8'));
      if (body === '') return done(null, {});
      try {
        return done(null, JSON.parse(String(body)));
      } catch {
        return done(new BadRequestException('The body is not JSON'));
      }
    },
  );
}

function isJson(contentType: string | undefined): boolean {
  return contentType?.split(';')[0]?.trim().toLowerCase() === 'application/json';
}
