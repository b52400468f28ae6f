/** Files come in as the body of a POST: who sends one, and where to, is asked before anything of it is read. */
import {
  BadRequestException,
  Controller,
  HttpException,
  Inject,
  Post,
  Req,
  ServiceUnavailableException,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Attempts, Database, HubError, isDatabaseDown, Log, refusal, type AttemptLimit } from '@hub/core/server';
import { fileTypes, fileTypeOf, fileTypeWords, largestFile, uploadPath } from '@hub/plugins/files/contract';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Readable } from 'node:stream';
import { AttachmentsService } from './attachments.service';
import { Caller } from './caller';
import { Intake } from './intake/inspect';
import { tooLarge } from './intake/receive';
import { announcedFile, mediaTypeOf } from './upload-headers.rules';

const triesAnHour: AttemptLimit = { what: 'file by member', most: 200, withinSeconds: 3600 };

@Controller(uploadPath)
export class UploadController implements OnModuleInit {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Caller) private readonly caller: Caller,
    @Inject(Attempts) private readonly attempts: Attempts,
    @Inject(Database) private readonly database: Database,
    @Inject(Intake) private readonly intake: Intake,
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
    @Inject(Log) private readonly log: Log,
  ) {}

  /** Files are handed on as they arrive. Of any other type nothing is read. */
  onModuleInit(): void {
    const server: FastifyInstance = this.host.httpAdapter.getInstance();
    const unknown = fileTypes.map(({ mediaType }) => mediaType).filter((type) => !server.hasContentTypeParser(type));
    server.addContentTypeParser(unknown, (_request, body, done) => done(null, body));
    server.addHook('onRequest', async (request, reply) => {
      if (request.method !== 'POST' || request.url.split('?')[0] !== uploadPath) return undefined;
      if (fileTypeOf(mediaTypeOf(request.headers['content-type']))) return undefined;
      return reply.code(422).send(refusal('BAD_USER_INPUT', `Choose a ${fileTypeWords} file`));
    });
  }

  @Post()
  async send(@Req() request: FastifyRequest): Promise<{ attachment: string }> {
    const actor = await this.caller.writerOf(request);
    const { subject, alternative, ...announced } = announcedFile(request.headers);
    await this.attachments.requireMayAttach(this.database.source.manager, actor, subject);
    await this.attempts.count(triesAnHour, actor.ref);
    if (Number(request.headers['content-length'] ?? 0) > largestFile) throw tooLarge();
    const body = request.body as Readable;
    try {
      const attachment = await this.intake.take({ ...announced, body }, (file) =>
        this.attachments.add(actor, subject, { ...file, alternative }),
      );
      return { attachment };
    } catch (error) {
      throw this.inWords(error, request);
    }
  }

  /** What goes wrong on the way is the sender's connection or the hub's disk. */
  private inWords(error: unknown, request: FastifyRequest): unknown {
    if (error instanceof HttpException || error instanceof HubError || isDatabaseDown(error)) return error;
    if (request.raw.errored || request.raw.aborted)
      return new BadRequestException('The file did not arrive whole. Send it again');
    this.log.error('A file could not be taken', error);
    return new ServiceUnavailableException(
      'The hub cannot store files just now, and has kept nothing. Try again later',
    );
  }
}
