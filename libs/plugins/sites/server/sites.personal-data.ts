/** What sites keep of a person: their profile with its photo, and where they belong. All are emptied by `Members.anonymise`. */
import { Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class SitesPersonalData implements PersonalData {
  readonly name = 'profile';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    const [row] = await tx.query<{ profile: unknown }[]>(
      `SELECT to_jsonb(m) || jsonb_build_object('displayName', e.title, 'careModels', e.care_models,
         'photo', (SELECT json_build_object('addedAt', added_at, 'webp', encode(image, 'base64'))
           FROM sites.member_photo WHERE member_ref = m.ref),
         'memberships', (
         SELECT coalesce(json_agg(json_build_object('site', site_ref, 'role', role, 'since', since) ORDER BY since), '[]')
         FROM sites.membership WHERE member_ref = m.ref)) AS profile
       FROM sites.member m JOIN core.entity e ON e.ref = m.ref WHERE m.ref = $1`,
      [member],
    );
    return row?.profile ?? null;
  }
}
