/** What files keep of a person: which they added. They belong to what they are attached to, and stay when their author is anonymised. */
import { Inject, Injectable } from '@nestjs/common';
import type { Acting, EntityRef } from '@hub/core/contract';
import { PluginList, refSeenBySql } from '@hub/core/server';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';
import { attachableRows } from './attachable-rows';
import { placedSql } from './attachment.read';

@Injectable()
export class FilesPersonalData implements PersonalData {
  readonly name = 'files';

  constructor(@Inject(PluginList) private readonly plugins: PluginList) {}

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    const [row] = await tx.query<{ kept: unknown }[]>(
      `SELECT coalesce(json_agg(json_build_object('attachedTo', ${refSeenBySql('a.guard_ref', '$1')}, 'name', name, 'mediaType', media_type,
         'size', size, 'alternative', alternative, 'addedAt', added_at, 'removedAt', removed_at) ORDER BY added_at), '[]') AS kept
       FROM ${placedSql(attachableRows(this.plugins.all))} a WHERE owner_ref = $1`,
      [member],
    );
    return row?.kept ?? null;
  }

  /** What was sent for something that was never written is nobody's. */
  async erase({ tx }: Acting, member: EntityRef): Promise<void> {
    await tx.query('DELETE FROM files.attachment WHERE subject_ref = $1 AND added_by = $1', [member]);
  }
}
