/** Who asks over plain HTTP: by the session's cookie, or by an API token. */
import { ForbiddenException, Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import type { EntityRef, Viewer } from '@hub/core/contract';
import { Credentials, hubSettings, isOwnOrigin, type Settings } from '@hub/core/server';
import type { FastifyRequest } from 'fastify';

@Injectable()
export class Caller {
  constructor(
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(Credentials) private readonly credentials: Credentials,
  ) {}

  viewerOf({ headers }: FastifyRequest): Promise<Viewer> {
    return this.credentials.viewerOf(headers, true);
  }

  /** Whoever may change something. A cookie counts only from the hub's own pages: a browser sends it from any. */
  async writerOf(request: FastifyRequest): Promise<Viewer & { readonly ref: EntityRef }> {
    const { origin, authorization } = request.headers;
    const isOwn = origin ? isOwnOrigin(origin, request.server.server, this.settings) : authorization !== undefined;
    if (!isOwn) throw new ForbiddenException('Not from this page');
    const viewer = await this.viewerOf(request);
    if (!viewer.ref) throw new UnauthorizedException('Sign in to do this');
    if (viewer.scopes && !viewer.scopes.includes('write'))
      throw new ForbiddenException('This API token only reads. Make one that may write');
    return { ...viewer, ref: viewer.ref };
  }
}
