/** The hub's own page where a browser is at an address of the API, being sent around: what went wrong there is shown in the hub's frame. */
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { hubSettings } from '../hub-settings';
import type { Settings } from '../settings';
import { hubHtml, withMetas } from './hub-html';
import { noIndex } from './robots';

@Injectable()
export class HubPage {
  constructor(@Inject(hubSettings) private readonly settings: Pick<Settings, 'webFolder' | 'demonstration'>) {}

  /**
   * Answers with the page and this status. The page finds the facts as `<meta name="hub-…">`, whose contents are escaped here.
   * A hub that serves no pages answers with `otherwise`, which is HTML.
   */
  async send(
    reply: FastifyReply,
    status: number,
    facts: Readonly<Record<string, string>>,
    otherwise: string,
  ): Promise<void> {
    const { webFolder, demonstration } = this.settings;
    const html = webFolder ? withMetas(await hubHtml(webFolder, demonstration), facts) : otherwise;
    void reply.code(status).header(noIndex.name, noIndex.value).type('text/html; charset=utf-8').send(html);
  }
}
