/** The invented members whom anyone may sign in as, where demonstration sign-in is switched on. Never a real person. */
import { Inject, Injectable } from '@nestjs/common';
import { Database, type DemonstrationMember, type DemonstrationMembers } from '@hub/core/server';

@Injectable()
export class DemonstrationSignIn implements DemonstrationMembers {
  constructor(@Inject(Database) private readonly database: Database) {}

  list(): Promise<DemonstrationMember[]> {
    return this.database.read<DemonstrationMember>({
      text: `SELECT m.ref, split_part(m.ref, '/', 2) AS slug, e.title AS name, coalesce(m.role_title, '') AS role,
               coalesce(split_part(s.site_ref, '/', 2), '') AS site, coalesce(place.title, '') AS "siteName"
             FROM sites.member m
             JOIN core.entity e ON e.ref = m.ref
             LEFT JOIN LATERAL (
               SELECT site_ref FROM sites.membership WHERE member_ref = m.ref ORDER BY since, site_ref LIMIT 1
             ) s ON true
             LEFT JOIN core.entity place ON place.ref = s.site_ref
             JOIN core.account a ON a.ref = m.ref
             WHERE m.illustrative AND a.suspended_at IS NULL
             ORDER BY place.title, e.title`,
      values: [],
    });
  }
}
