/** Files are had by address, by whoever may see them at that moment: what one may not see looks the same as nothing. */
import {
  Controller,
  Get,
  Inject,
  NotFoundException,
  Param,
  Req,
  Res,
  ServiceUnavailableException,
} from '@nestjs/common';
import type { Viewer } from '@hub/core/contract';
import { Database, Log, PluginList, visibleSql } from '@hub/core/server';
import { attachmentId, attachmentUuid, uploadPath } from '@hub/plugins/files/contract';
import { create } from 'content-disposition';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { attachableRows } from './attachable-rows';
import { openSql, placedSql } from './attachment.read';
import { Caller } from './caller';
import { rangeIn } from './range.rules';
import { Storage } from './storage/storage';

interface OpenFile {
  readonly key: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
}

@Controller(uploadPath)
export class DownloadController {
  constructor(
    @Inject(Caller) private readonly caller: Caller,
    @Inject(Database) private readonly database: Database,
    @Inject(Storage) private readonly storage: Storage,
    @Inject(Log) private readonly log: Log,
    @Inject(PluginList) private readonly plugins: PluginList,
  ) {}

  @Get(':id/*')
  async have(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    void reply.headers(safeHeaders);
    const file = await this.open(id, await this.caller.viewerOf(request));
    if (!file) throw new NotFoundException();
    const range = rangeIn(request.headers.range, file.size);
    if (range === 'outside') {
      await reply.code(416).header('content-range', `bytes */${file.size}`).send('');
      return;
    }
    const bytes = request.method === 'HEAD' ? Readable.from([]) : await this.bytesOf(file, range ?? undefined);
    const length = range ? range.to - range.from + 1 : file.size;
    if (range) void reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${file.size}`);
    void reply.headers({
      'content-type': file.mediaType.startsWith('text/') ? `${file.mediaType}; charset=utf-8` : file.mediaType,
      'content-length': String(length),
      'content-disposition': create(file.name, { type: 'attachment', fallback: false }),
      'accept-ranges': 'bytes',
    });
    // What is asked for in parts must not be packed on the way.
    request.headers['x-no-compression'] = '1';
    await reply.send(bytes);
  }

  private async open(id: string, { ref, keys, sessionId }: Viewer): Promise<OpenFile | null> {
    const uuid = attachmentUuid(attachmentId(id));
    if (!uuid) return null;
    const rows = attachableRows(this.plugins.all);
    const [row] = await this.database.read<OpenFile>({
      name: 'file by address',
      text: `SELECT a.storage_key AS key, a.name, a.media_type AS "mediaType", a.size
             FROM ${placedSql(rows)} a JOIN core.entity e ON e.ref = a.guard_ref,
               (SELECT $2::text[] AS keys, $3::text AS ref, $4::uuid AS session) asking
             WHERE a.id = $1::uuid AND a.status = 'READY' AND ${visibleSql('e', asking.keys)} AND ${openSql(rows, { t: 'a', viewer: asking })}`,
      values: [uuid, keys, ref, sessionId],
    });
    return row ?? null;
  }

  private async bytesOf({ key }: OpenFile, range?: { readonly from: number; readonly to: number }) {
    try {
      return await this.storage.read(key, range);
    } catch (error) {
      this.log.error('A file could not be read', error);
      throw new ServiceUnavailableException('The hub cannot read files just now. Try again later');
    }
  }
}

/** Who asks, as the statement has them. */
const asking = { keys: 'asking.keys', ref: 'asking.ref', session: 'asking.session' };

/** Nothing in it runs in the hub's name, and nobody keeps it. */
const safeHeaders = {
  'cache-control': 'private, no-store',
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
} as const;
