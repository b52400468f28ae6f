/** For live updates: what a traced read asked of its viewer, noted for the length of one statement; and messages that Redis carries. */
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

class CarryLiveMessages1900000001751 implements MigrationInterface {
  readonly name = 'CarryLiveMessages1900000001751';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE UNLOGGED TABLE core.live_message (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        transaction xid8 NOT NULL DEFAULT pg_current_xact_id(),
        at timestamptz NOT NULL DEFAULT now(),
        message jsonb NOT NULL
      );
      CREATE INDEX live_message_transaction ON core.live_message (transaction);
      CREATE INDEX live_message_at ON core.live_message (at);
      COMMENT ON TABLE core.live_message IS 'What live operations are told, for some minutes, where Redis carries it: who missed it there finds it here.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE core.live_message');
  }
}

export const coreLiveMigrations = [TraceReads1900000001750, CarryLiveMessages1900000001751];
