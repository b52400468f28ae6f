/** How the first statement of a change says no. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The SQLSTATE of it; its detail says why. */
export const refusedCode = 'HB001';

class RefuseChanges1900000009001 implements MigrationInterface {
  readonly name = 'RefuseChanges1900000009001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION core.refuse(why text) RETURNS boolean LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'This change is refused before it begins.' USING ERRCODE = '${refusedCode}', DETAIL = why;
      END $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION core.refuse(text)');
  }
}

export const coreOpeningMigrations = [RefuseChanges1900000009001];
