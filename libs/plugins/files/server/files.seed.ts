/** Gives the demonstration's interventions the files that they were published with, and its posts those that came with them. */
import { writeFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import {
  actionOf,
  hubSettings,
  PluginList,
  type Action,
  type DemonstrationSeed,
  type Settings,
} from '@hub/core/server';
import { demonstrationDiscussions, demonstrationNetwork } from '@hub/demonstration';
import {
  demonstrationAuthor,
  InterventionDrafts,
  versionsView,
  versionUuid,
  type InterventionText,
} from '@hub/plugins/interventions/contract';
import { memberRef } from '@hub/plugins/sites/contract';
import { postPrefix, postsView, threadRef } from '@hub/plugins/threads/contract';
import type { EntityManager } from 'typeorm';
import { attachableRows } from './attachable-rows';
import { AttachmentsService } from './attachments.service';
import { chartOf, chartWords, measuresShown, tableOf, type DemonstrationMeasure } from './demonstration-files';
import { FilesOfRows, type NamedFile } from './files-of-rows';
import { freshPath } from './intake/receive';
import { KeepWithVersion } from './keep-with-version';

type FilesOfReply = (typeof demonstrationDiscussions.files)[number];

interface NewFile {
  readonly name: string;
  readonly mediaType: string;
  readonly alternative: string;
  readonly content: Buffer;
}

@Injectable()
export class FilesSeed implements DemonstrationSeed {
  constructor(
    @Inject(hubSettings) private readonly settings: Pick<Settings, 'files'>,
    @Inject(InterventionDrafts) private readonly interventions: InterventionDrafts,
    @Inject(AttachmentsService) private readonly attachments: AttachmentsService,
    @Inject(KeepWithVersion) private readonly versions: KeepWithVersion,
    @Inject(FilesOfRows) private readonly rows: FilesOfRows,
    @Inject(PluginList) private readonly plugins: PluginList,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    for (const measure of measuresShown()) {
      const ref = `intervention:${measure.siteSlug}/${measure.interventionSlug}`;
      const intervention = await this.interventions.readIntervention(tx, ref);
      if (intervention?.currentVersion) await this.furnish(tx, intervention, measure);
    }
    if (attachableRows(this.plugins.all).some(({ prefix }) => prefix === postPrefix))
      for (const files of demonstrationDiscussions.files) await this.attachToPost(tx, files);
  }

  /** Sent and posted by whoever wrote the reply. */
  private async attachToPost(tx: EntityManager, { reply, thread, position, measure }: FilesOfReply): Promise<void> {
    const written = demonstrationNetwork.threads.flatMap(({ replies }) => replies).find(({ id }) => id === reply);
    const shown = measuresShown().find(({ slug }) => slug === measure);
    const [post] = await tx.query<{ id: string }[]>(
      `SELECT id FROM ${postsView} WHERE thread_ref = $1 AND position = $2`,
      [threadRef(thread), position],
    );
    if (!written || !shown || !post) throw new Error(`The demonstration has no ${reply} or ${measure}.`);
    const action = await actionOf(tx, memberRef(written.authorSlug), new Date(written.createdAt));
    const files: NamedFile[] = [];
    for (const file of await filesOf(shown)) {
      const attachment = await this.attach(action, action.actor.ref, file);
      files.push({ attachment, alternative: file.alternative });
    }
    await this.rows.keep(action, { prefix: postPrefix, id: post.id, isNameless: false }, files);
  }

  /** Attached when its version was published, by whoever wrote it. */
  private async furnish(tx: EntityManager, { ref, currentVersion }: InterventionText, measure: DemonstrationMeasure) {
    const [published] = await tx.query<{ at: Date }[]>(`SELECT published_at AS at FROM ${versionsView} WHERE id = $1`, [
      currentVersion && versionUuid(currentVersion.id),
    ]);
    const described = demonstrationNetwork.interventions.find(({ slug }) => slug === measure.interventionSlug);
    if (!published || !described || !currentVersion) return;
    const action = await actionOf(tx, demonstrationAuthor(described), published.at);
    for (const file of await filesOf(measure)) await this.attach(action, ref, file);
    await this.versions.publish(action, ref, currentVersion);
  }

  private async attach(action: Action, subject: string, { content, ...file }: NewFile): Promise<string> {
    const path = await freshPath(this.settings.files.folder);
    await writeFile(path, content);
    const inspected = { ...file, path, size: content.length, finding: null };
    return this.attachments.attach(action, subject, await this.attachments.store(inspected), inspected);
  }
}

async function filesOf(measure: DemonstrationMeasure): Promise<NewFile[]> {
  return [
    {
      ...{ name: `${measure.slug}.csv`, mediaType: 'text/csv', alternative: '' },
      content: Buffer.from(tableOf(measure)),
    },
    {
      ...{ name: `${measure.slug}.png`, mediaType: 'image/png', alternative: chartWords(measure) },
      content: await chartOf(measure),
    },
  ];
}
