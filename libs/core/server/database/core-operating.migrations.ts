/** What operators need to know of the outbox: for which request an event was raised, and fast, what was set aside. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class NoteRequestsOfEvents1900000001770 implements MigrationInterface {
  readonly name = 'NoteRequestsOfEvents1900000001770';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE core.domain_event ADD COLUMN request_id text;
      COMMENT ON COLUMN core.domain_event.request_id IS 'The id of the request in the log; null where nobody is named as the actor, so that none is found by it.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE core.domain_event DROP COLUMN request_id');
  }
}

class FindParkedDeliveries1900000001771 implements MigrationInterface {
  readonly name = 'FindParkedDeliveries1900000001771';

  /** Made while others write: the table is as long as everything that ever happened. */
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX IF EXISTS core.delivery_parked');
    await runner.query(
      'CREATE INDEX CONCURRENTLY delivery_parked ON core.delivery (parked_at) WHERE parked_at IS NOT NULL AND done_at IS NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX core.delivery_parked');
  }
}

class ListInstances1900000001772 implements MigrationInterface {
  readonly name = 'ListInstances1900000001772';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE core.instance (
        id uuid PRIMARY KEY,
        role text NOT NULL,
        host text NOT NULL,
        version text NOT NULL,
        node text NOT NULL,
        started_at timestamptz(3) NOT NULL,
        seen_at timestamptz(3) NOT NULL
      );
      COMMENT ON TABLE core.instance IS 'The processes of the hub that said lately that they are there.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE core.instance');
  }
}

export const coreOperatingMigrations = [
  NoteRequestsOfEvents1900000001770,
  FindParkedDeliveries1900000001771,
  ListInstances1900000001772,
];
