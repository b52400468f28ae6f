/** Where a mail server brings answers to mails: one raw message with each POST, and the secret that both know. */
import { createHash, timingSafeEqual } from 'node:crypto';
import {
  Controller,
  HttpCode,
  HttpException,
  Inject,
  Post,
  Req,
  UnsupportedMediaTypeException,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { hubSettings, refusal, type Settings } from '@hub/core/server';
import { inboundMailPath } from '@hub/plugins/subscriptions/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { receivedMail } from './received-mail';
import { RepliesByMail } from './replies-by-mail.service';
import { refusals } from './reply-refusals';

const messageType = 'message/rfc822';
/** Attachments are not taken; what is larger is not an answer to a mail. */
const largestMessage = 1024 * 1024;

@Controller(inboundMailPath)
export class InboundMailController implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(RepliesByMail) private readonly replies: RepliesByMail,
  ) {}

  /** Who brings it is asked before anything is read. */
  onModuleInit(): void {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    server.addContentTypeParser(messageType, { parseAs: 'buffer', bodyLimit: largestMessage }, (request, body, done) =>
      isInbound(request) ? done(null, body) : done(new UnsupportedMediaTypeException('Send application/json')),
    );
    server.addHook('onRequest', async (request, reply) => {
      if (request.method !== 'POST' || !isInbound(request)) return undefined;
      if (!this.settings.mailReplies)
        return reply.code(404).send(refusal('NOT_FOUND', 'There is nothing at this address'));
      if (!this.isAllowed(request.headers.authorization))
        return reply.code(401).send(refusal('UNAUTHENTICATED', 'Send the secret as a bearer token'));
      if (request.headers['content-type']?.split(';')[0]?.trim() !== messageType)
        return reply.code(415).send(refusal('BAD_REQUEST', `Send the message as ${messageType}`));
      return undefined;
    });
  }

  /** 200 when it was posted or is to be ignored, 422 when it was refused: neither is to be brought again. Anything else may be. */
  @Post()
  @HttpCode(200)
  async take(@Req() request: FastifyRequest): Promise<{ outcome: 'posted' | 'ignored'; post?: string }> {
    const mail = await receivedMail(request.body as Buffer).catch(() => null);
    const { posted, refused } = mail ? await this.replies.take(mail) : { refused: 'UNREADABLE' as const };
    if (refused) throw new HttpException(refusal(refused, refusals[refused]), 422);
    return posted ? { outcome: 'posted', post: posted } : { outcome: 'ignored' };
  }

  private isAllowed(authorization: string | undefined): boolean {
    const given = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1] ?? '';
    return timingSafeEqual(hashOf(given), hashOf(this.settings.mailReplies?.secret ?? ''));
  }
}

function isInbound({ url }: Pick<FastifyRequest, 'url'>): boolean {
  return url.split('?')[0] === inboundMailPath;
}

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
