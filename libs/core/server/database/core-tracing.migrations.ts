/** How a traced read finds out what its answer asked of the viewer: noted for the length of one statement. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As many letters of notes are no longer looked through: then it has asked for more than can be compared. */
const longestNotes = 10_000;

class TraceReads1900000001750 implements MigrationInterface {
  readonly name = 'TraceReads1900000001750';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION core.asks_for(ref text, needs text[]) RETURNS boolean LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
      DECLARE
        known text := coalesce(current_setting('hub.asked', true), '');
        line text := json_build_object('ref', ref, 'needs', needs)::text || chr(10);
      BEGIN
        IF ref IS NULL OR known = '*' OR position(line IN known) > 0 THEN
          RETURN true;
        END IF;
        PERFORM set_config('hub.asked', CASE WHEN length(known) > ${longestNotes} THEN '*' ELSE known || line END, true);
        RETURN true;
      END $$;
      COMMENT ON FUNCTION core.asks_for IS 'Notes, until the transaction ends, that the viewer is asked for what it takes to see a thing.';
      CREATE FUNCTION core.asks_who(value anyelement) RETURNS anyelement LANGUAGE plpgsql VOLATILE PARALLEL UNSAFE AS $$
      BEGIN
        PERFORM set_config('hub.asked', '*', true);
        RETURN value;
      END $$;
      COMMENT ON FUNCTION core.asks_who IS 'Notes, until the transaction ends, that it is asked who the viewer is.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP FUNCTION core.asks_for, core.asks_who');
  }
}

export const coreTracingMigrations = [TraceReads1900000001750];
