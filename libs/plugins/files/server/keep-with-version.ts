/** Each version of an intervention keeps the files that it was published with. */
import { Injectable } from '@nestjs/common';
import type { Acting, EntityRef } from '@hub/core/contract';
import { badInput } from '@hub/core/server';
import { versionUuid, type PublishedVersion, type PublishedWith } from '@hub/plugins/interventions/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class KeepWithVersion implements PublishedWith {
  /** Opens the draft's files to those who see the intervention. Throws BAD_USER_INPUT while one of them is kept back. */
  async publish({ tx }: Acting, intervention: EntityRef, version: PublishedVersion): Promise<void> {
    const manager = tx as EntityManager;
    const files = await manager.query<{ status: string; name: string }[]>(
      `SELECT status, name FROM files.attachment WHERE subject_ref = $1 AND removed_at IS NULL ORDER BY added_at FOR UPDATE`,
      [intervention],
    );
    const held = files.find(({ status }) => status !== 'READY');
    if (held)
      throw badInput('attachments', `“${held.name}” is kept back until it has been checked. Wait, or take it away`);
    await manager.query(
      `WITH kept AS (
         INSERT INTO files.kept (version_id, attachment_id)
         SELECT $2::uuid, id FROM files.attachment WHERE subject_ref = $1 AND removed_at IS NULL RETURNING attachment_id
       )
       UPDATE files.attachment SET kept = true, needs = '{}' WHERE id IN (SELECT attachment_id FROM kept)`,
      [intervention, versionUuid(version.id)],
    );
  }
}
