/** Plugins that leak on purpose, each by one way out: what the matrix must find. */
import { Inject, Injectable } from '@nestjs/common';
import type { DomainEvent, EntityRef, Viewer } from '@hub/core/contract';
import {
  contribute,
  definePlugin,
  Mail,
  readExtension,
  sql,
  type DomainEventHandler,
  type FieldRead,
  type ServerPlugin,
} from '@hub/core/server';
import { personalData, type PersonalData } from '@hub/plugins/identity/contract';
import { postAdded } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { refOf } from './viewers';

/** Whom the letters and exports of this plugin tell too much. */
export const told = 'mei-lin-hazelgrove';

/** Writes to one member of every post, whoever may read it. */
@Injectable()
class LeakyLetters implements DomainEventHandler {
  constructor(@Inject(Mail) private readonly mail: Mail) {}

  async handle({ subject, at }: DomainEvent, tx: EntityManager): Promise<void> {
    const [post] = await tx.query<{ body: string }[]>(
      'SELECT body FROM threads.post WHERE thread_ref = $1 ORDER BY position DESC LIMIT 1',
      [subject],
    );
    const letter = { subject: 'A new post', paragraphs: [post?.body ?? ''] };
    await this.mail.write(tx, { ...letter, to: 'told@people.nhs.uk', member: refOf(told), at });
  }
}

/** Puts what nobody filtered into everybody's export of their own data. */
@Injectable()
class LeakyExport implements PersonalData {
  readonly name = 'threads-at-hand';

  async export(tx: EntityManager): Promise<unknown> {
    return tx.query(`SELECT title FROM core.entity WHERE kind = 'thread' ORDER BY ref`);
  }
}

const leaky = definePlugin({
  id: 'leaky',
  needs: ['threads', 'identity'],
  handlers: [{ event: postAdded.name, handler: LeakyLetters }],
  contributes: [contribute(personalData, LeakyExport)],
});

/** What some of the hub's own plugins do wrong here. */
const changed: Readonly<Record<string, (plugin: ServerPlugin) => ServerPlugin>> = {
  interventions: (plugin) => ({
    ...plugin,
    reads: plugin.reads?.map((model) =>
      model.type === 'Intervention'
        ? { ...model, fields: { ...model.fields, draft: unguarded(model.fields.draft!) } }
        : model,
    ),
  }),
  adaptations: (plugin) => ({
    ...plugin,
    readExtensions: plugin.readExtensions?.map((extension) =>
      extension.fields?.adaptationCount
        ? readExtension({ ...extension, fields: { ...extension.fields, adaptationCount: unscopedCount } })
        : extension,
    ),
  }),
  sites: (plugin) => ({ ...plugin, providers: plugin.providers?.map(withoutScope) }),
};

/** The plugins of the hub with all these leaks in them. */
export function withLeaks(plugins: readonly ServerPlugin[]): ServerPlugin[] {
  return [...plugins.map((plugin) => changed[plugin.id]?.(plugin) ?? plugin), leaky];
}

const unscopedCount = sql(
  ({ t }) => `(SELECT count(*)::int FROM adaptations.adaptation a WHERE a.source_ref = ${t}.ref)`,
);

function unguarded(read: FieldRead): FieldRead {
  if (read.read !== 'list') throw new Error('A draft is a list of sections.');
  const { exists: _guard, ...open } = read;
  return open;
}

interface PhotoService {
  see(member: EntityRef, viewer: Viewer): Promise<Buffer | null>;
}
type Provider = NonNullable<ServerPlugin['providers']>[number];

/** Photos for whoever asks, signed in or not. */
function withoutScope(provider: Provider): Provider {
  if (typeof provider !== 'function' || provider.name !== 'PhotosService') return provider;
  const Guarded = provider as new (...parts: unknown[]) => PhotoService;
  class OpenPhotos extends Guarded {
    override see(member: EntityRef, viewer: Viewer): Promise<Buffer | null> {
      return super.see(member, { ...viewer, keys: ['public', 'network'] });
    }
  }
  return { provide: provider, useClass: OpenPhotos };
}
