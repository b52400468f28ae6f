/** The HTML part of a kept letter, for a frame on the page of whoever just gave a reason to read it. It runs nothing and loads nothing. */
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { keyOfRole, type EntityRef } from '@hub/core/contract';
import { Callers, Database, Mail, NotFound } from '@hub/core/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { letterKind } from './managed-letter.read';

/** How long a reason that was given opens the letter. */
const openFor = '10 minutes';

/** Links open a page of their own, outside of the frame. */
const frameRules = 'allow-popups allow-popups-to-escape-sandbox';
const policy = `default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox ${frameRules}`;

@Controller('administration/letters')
export class LetterPageController {
  constructor(
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Database) private readonly database: Database,
    @Inject(Mail) private readonly mail: Mail,
  ) {}

  /** NOT_FOUND for everybody but an administrator who read this letter, with a reason, in the last minutes. */
  @Get(':id')
  async show(@Param('id') id: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const viewer = await (await this.callers.take(request, 1)).viewer();
    const isAdministrator = viewer.ref !== null && viewer.keys.includes(keyOfRole('administrator'));
    const html = isAdministrator && this.mail.isKept ? await this.opened(viewer.ref, `${letterKind}:${id}`) : null;
    if (html === null) throw new NotFound();
    void reply
      .header('content-security-policy', policy)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(html.replace('<head>', '<head><base target="_blank">'));
  }

  private async opened(reader: EntityRef, letter: string): Promise<string | null> {
    const [row] = await this.database.source.query<{ html: string }[]>(
      `SELECT m.html FROM core.audit_entry a JOIN core.mail m ON '${letterKind}:' || m.id = a.facts ->> 'letter'
       WHERE a.action = 'letter.read' AND a.actor_ref = $1 AND a.facts ->> 'letter' = $2
         AND a.at > now() - interval '${openFor}' LIMIT 1`,
      [reader, letter],
    );
    return row?.html ?? null;
  }
}
