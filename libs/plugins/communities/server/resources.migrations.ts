/** What facilitators pin in a community for everybody in it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PinResources1900000001533 implements MigrationInterface {
  readonly name = 'PinResources1900000001533';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE communities.resource (
        community_ref text NOT NULL REFERENCES communities.community (ref),
        subject_ref text NOT NULL REFERENCES core.entity (ref) ON DELETE CASCADE,
        place int NOT NULL,
        PRIMARY KEY (community_ref, subject_ref)
      );
      CREATE INDEX resource_subject ON communities.resource (subject_ref);
      COMMENT ON COLUMN communities.resource.place IS 'Orders them, from 1. Each viewer sees those of the things that they may see.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE communities.resource');
  }
}
