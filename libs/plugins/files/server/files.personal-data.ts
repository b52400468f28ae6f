/** What files keep of a person: which they added. They belong to what they are attached to, and stay when their author is anonymised. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class FilesPersonalData implements PersonalData {
  readonly name = 'files';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    const [row] = await tx.query<{ kept: unknown }[]>(
      `SELECT coalesce(json_agg(json_build_object('attachedTo', subject_ref, 'name', name, 'mediaType', media_type, 'size', size,
         'alternative', alternative, 'addedAt', added_at, 'removedAt', removed_at) ORDER BY added_at), '[]') AS kept
       FROM files.attachment WHERE added_by = $1`,
      [member],
    );
    return row?.kept ?? null;
  }
}
