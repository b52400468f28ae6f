/** Brings interventions back as another hub knew them. */
import { Inject, Injectable } from '@nestjs/common';
import { nameOf } from '@hub/core/contract';
import { Conflict, Directory, type Action } from '@hub/core/server';
import type { ArchivedIntervention, ArchivedVersion, InterventionArchive } from '@hub/plugins/interventions/contract';
import type { EntityManager } from 'typeorm';
import { InterventionRecord } from './intervention.record';
import { VersionRecord } from './versions/version.record';

@Injectable()
export class ArchiveService implements InterventionArchive {
  constructor(@Inject(Directory) private readonly directory: Directory) {}

  /** CONFLICT when a version's id, or the name, is somebody else's. The next version begins as the last one is. */
  async restore(action: Pick<Action, 'at' | 'tx'>, intervention: ArchivedIntervention): Promise<void> {
    const { ref, site, title, summary, careModels, visibility, status, versions, ...facts } = intervention;
    const last = versions.at(-1);
    if (!last) throw new Error(`${ref} has no version.`);
    await this.requireFree(action.tx, intervention);
    await this.directory.put(action.tx, {
      ...{ ref, title, summary, careModels, owner: site, state: status, visibility, at: last.publishedAt },
    });
    await action.tx.insert(InterventionRecord, {
      ...{ ref, name: nameOf(ref), siteRef: site, status: 'DRAFT', intendedVisibility: visibility, revision: 1 },
      ...{ maturity: facts.maturity, startedOn: facts.startedOn, stoppedOn: facts.stoppedOn },
      ...{ reviewOn: facts.reviewOn, illustrative: facts.illustrative, description: last.description },
      lessons: [...facts.lessons],
      enablers: [...facts.enablers],
      contacts: [...facts.contacts],
      draft: [...last.sections],
      components: [...last.components],
      draftCredits: [...last.credits],
      ...{ currentVersionId: null, publishedAt: null, listedAt: last.publishedAt },
    });
    await action.tx.insert(
      VersionRecord,
      versions.map((version) => rowOf(version, ref)),
    );
    await action.tx.update(
      InterventionRecord,
      { ref },
      {
        ...{ status, currentVersionId: last.id, publishedAt: last.publishedAt },
        ...{ withdrawnAt: facts.withdrawal?.at ?? null, withdrawnBy: facts.withdrawal?.by ?? null },
        withdrawalReason: facts.withdrawal?.reason ?? null,
      },
    );
  }

  private async requireFree(tx: EntityManager, { ref, versions }: ArchivedIntervention): Promise<void> {
    const taken: { id: string }[] = await tx.query(
      'SELECT id::text FROM interventions.version WHERE id = ANY($1::uuid[]) UNION ALL SELECT name FROM interventions.intervention WHERE name = $2',
      [versions.map(({ id }) => id), nameOf(ref)],
    );
    if (taken[0]) throw new Conflict(`${taken[0].id}, of ${ref}, is in this hub already, as something else`);
  }
}

function rowOf(version: ArchivedVersion, interventionRef: string) {
  const { sections, components, credits } = version;
  return {
    ...{ ...version, interventionRef },
    ...{ sections: [...sections], components: [...components], credits: [...credits] },
  };
}
