/** Photos over plain HTTP: sent as the body of a request from the hub's own pages, and shown by address. */
import {
  Controller,
  ForbiddenException,
  Get,
  HttpCode,
  Inject,
  NotFoundException,
  Param,
  PayloadTooLargeException,
  Post,
  Req,
  Res,
  UnauthorizedException,
  UnprocessableEntityException,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { EntityRef, Viewer } from '@hub/core/contract';
import {
  Attempts,
  hubSettings,
  isOwnOrigin,
  Sessions,
  tokenIn,
  type AttemptLimit,
  type Settings,
} from '@hub/core/server';
import { memberRef } from '@hub/plugins/sites/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { largestPhoto, photoFrom, photoTypes } from './photo';
import { PhotosService } from './photos.service';

const triesAnHour: AttemptLimit = { what: 'photo by member', most: 30, withinSeconds: 3600 };

@Controller('members')
export class PhotoController implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(PhotosService) private readonly photos: PhotosService,
  ) {}

  /** Pictures are handed on as they arrive: who sends one is asked before anything of it is read. */
  onModuleInit(): void {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    server.addContentTypeParser([...photoTypes], (_request, body, done) => done(null, body));
  }

  @Post('photo')
  @HttpCode(204)
  async send(@Req() request: FastifyRequest): Promise<void> {
    const member = await this.senderOf(request);
    await this.attempts.count(triesAnHour, member);
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    const photo = photoTypes.includes(type) ? await photoFrom(await read(request.body as Readable), type) : null;
    if (!photo)
      throw new UnprocessableEntityException('Choose a PNG, JPEG or WebP picture of 40 million pixels or fewer');
    await this.photos.put(member, photo);
  }

  @Get(':slug/photo')
  async show(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const image = /^[a-z0-9][a-z0-9-]{0,119}$/.test(slug)
      ? await this.photos.see(memberRef(slug), await this.viewerOf(request))
      : null;
    reply.header('cache-control', 'private, no-store');
    if (!image) throw new NotFoundException();
    reply.header('content-type', 'image/webp');
    reply.header('content-disposition', 'attachment; filename="photo.webp"');
    reply.header('content-security-policy', "sandbox; default-src 'none'");
    reply.header('x-content-type-options', 'nosniff');
    return image;
  }

  private async senderOf(request: FastifyRequest): Promise<EntityRef> {
    const { origin } = request.headers;
    if (!origin || !isOwnOrigin(origin, request.server.server, this.settings))
      throw new ForbiddenException('Not from this page');
    const { ref } = await this.viewerOf(request);
    if (!ref) throw new UnauthorizedException('Sign in to do this');
    return ref;
  }

  private viewerOf(request: FastifyRequest): Promise<Viewer> {
    return this.sessions.viewerOf(tokenIn(request.headers.cookie, this.settings));
  }
}

/** The whole body, given up as soon as it is too large. */
async function read(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > largestPhoto) throw new PayloadTooLargeException('Choose a picture of 5 MB or less');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
