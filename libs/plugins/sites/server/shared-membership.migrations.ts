/** The view of who belongs to which site, and since when, that other plugins may read. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShareMemberships1900000001532 implements MigrationInterface {
  readonly name = 'ShareMemberships1900000001532';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE VIEW sites.shared_membership AS SELECT site_ref, member_ref, since FROM sites.membership',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW sites.shared_membership');
  }
}
