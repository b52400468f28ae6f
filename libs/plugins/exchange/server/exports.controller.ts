/** Exports over plain HTTP: a file for whoever asks, with what they may see and nothing else. Each is in the audit log. */
import { Controller, Get, Inject, NotFoundException, Param, Query, Req, Res } from '@nestjs/common';
import { careModelCodes, type Viewer } from '@hub/core/contract';
import { Audit, Callers } from '@hub/core/server';
import { exportForms, type ExportForm, type FamilyFile } from '@hub/plugins/exchange/contract';
import schema from './family.schema.json' with { type: 'json' };
import { maturities } from '@hub/plugins/interventions/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catalogText } from './catalog';
import { familyText } from './family-file';
import { FileContents } from './file-contents';
import { frameTable } from './frame-table';
import { Gathering, type Gathered } from './gathered';
import { tidierText } from './tidier-text';

/** An export weighs as much as a large operation. */
const cost = 2000;

interface Written {
  readonly type: string;
  readonly write: (gathered: Gathered, files: readonly FamilyFile[]) => string;
  /** Whether the bytes of attached files are in it. */
  readonly hasFiles?: true;
}

const forms: Readonly<Record<ExportForm, Written>> = {
  'tidier.md': { type: 'text/markdown', write: ({ asked }) => tidierText(asked) },
  'changes.csv': { type: 'text/csv', write: ({ adaptations }) => frameTable(adaptations) },
  'family.json': { type: 'application/json', write: familyText, hasFiles: true },
  'catalog.yaml': { type: 'application/yaml', write: catalogText },
};

@Controller('exports')
export class ExportsController {
  constructor(
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Gathering) private readonly gathering: Gathering,
    @Inject(FileContents) private readonly contents: FileContents,
    @Inject(Audit) private readonly audit: Audit,
  ) {}

  @Get('family.schema.json')
  familySchema(@Res({ passthrough: true }) reply: FastifyReply): string {
    reply.header('content-type', 'application/schema+json; charset=utf-8');
    return JSON.stringify(schema, null, 2);
  }

  @Get('interventions/:name/:form')
  async family(
    @Param('name') name: string,
    @Param('form') form: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    reply.header('cache-control', 'no-store');
    const written = formOf(form);
    const context = await this.callers.take(request, cost);
    const gathered = await this.gathering.family(name, context);
    const subject = gathered.asked[0]?.id ?? null;
    return this.send(reply, {
      form: written,
      name: name.slice(0, 60),
      gathered,
      viewer: await context.viewer(),
      subject,
    });
  }

  @Get('list/:form')
  async list(
    @Param('form') form: string,
    @Query() query: Readonly<Record<string, string | string[] | undefined>>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    reply.header('cache-control', 'no-store');
    const written = formOf(form);
    const context = await this.callers.take(request, cost);
    const gathered = await this.gathering.list(filterOf(query), context);
    return this.send(reply, {
      form: written,
      name: 'interventions',
      gathered,
      viewer: await context.viewer(),
      subject: null,
    });
  }

  private async send(reply: FastifyReply, sent: Sent): Promise<string> {
    const { form, name, gathered, viewer, subject } = sent;
    const { type, write, hasFiles } = forms[form];
    const files = hasFiles ? await this.contents.of(gathered, viewer) : [];
    const [interventions, adaptations] = [gathered.interventions.length, gathered.adaptations.length];
    await this.audit.addAlone({
      ...{ action: 'family.exported', actor: viewer.ref, subject },
      facts: { form, interventions, adaptations },
    });
    reply.header('content-type', `${type}; charset=utf-8`);
    reply.header('content-disposition', `attachment; filename="${name}-${form}"`);
    reply.header('content-security-policy', "sandbox; default-src 'none'");
    return write(gathered, files);
  }
}

interface Sent {
  readonly form: ExportForm;
  readonly name: string;
  readonly gathered: Gathered;
  readonly viewer: Viewer;
  readonly subject: string | null;
}

function formOf(text: string): ExportForm {
  const form = exportForms.find((known) => known === text);
  if (!form) throw new NotFoundException();
  return form;
}

/** As the page of the list reads its address: what is no choice is left out. */
function filterOf(query: Readonly<Record<string, string | string[] | undefined>>): object {
  const all = (name: string) => [query[name] ?? []].flat();
  const models = careModelCodes.filter((code) => all('model').includes(code));
  const stages = maturities.filter((maturity) => all('maturity').includes(maturity));
  const sites = all('site').filter((slug) => slug !== '');
  const text = all('text')[0]?.trim();
  return {
    ...(models.length > 0 ? { modelTypes: models } : {}),
    ...(stages.length > 0 ? { maturity: stages } : {}),
    ...(sites.length > 0 ? { sites } : {}),
    ...(text ? { text } : {}),
  };
}
