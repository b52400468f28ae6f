/** Gives the demonstration's interventions the files that they were published with. */
import { writeFile } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { actionOf, hubSettings, type Action, type DemonstrationSeed, type Settings } from '@hub/core/server';
import { demonstrationNetwork } from '@hub/demonstration';
import {
  demonstrationAuthor,
  InterventionDrafts,
  versionsView,
  versionUuid,
  type InterventionText,
} from '@hub/plugins/interventions/contract';
import type { EntityManager } from 'typeorm';
import { AttachmentsService } from './attachments.service';
import { chartOf, chartWords, measuresShown, tableOf, type DemonstrationMeasure } from './demonstration-files';
import { freshPath } from './intake/receive';
import { KeepWithVersion } from './keep-with-version';

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
  ) {}

  async load(tx: EntityManager): Promise<void> {
    for (const measure of measuresShown()) {
      const ref = `intervention:${measure.siteSlug}/${measure.interventionSlug}`;
      const intervention = await this.interventions.readIntervention(tx, ref);
      if (intervention?.currentVersion) await this.furnish(tx, intervention, measure);
    }
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

  private async attach(action: Action, subject: string, { content, ...file }: NewFile): Promise<void> {
    const path = await freshPath(this.settings.files.folder);
    await writeFile(path, content);
    const inspected = { ...file, path, size: content.length, finding: null };
    await this.attachments.attach(action, subject, await this.attachments.store(inspected), inspected);
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
