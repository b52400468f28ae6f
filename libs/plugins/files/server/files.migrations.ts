/** The tables of files: what is stored, what is attached, and which versions keep it. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateFiles1900000000200 implements MigrationInterface {
  readonly name = 'CreateFiles1900000000200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(inAddress);
    await runner.query(finalLists);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA files CASCADE');
  }
}

const tables = `
  CREATE SCHEMA files;

  CREATE TABLE files.stored (
    key uuid PRIMARY KEY,
    reserved_at timestamptz(3) NOT NULL
  );
  COMMENT ON TABLE files.stored IS 'Every key in the storage, written before the bytes are: what nothing is attached by is cleaned away.';

  CREATE TABLE files.attachment (
    id uuid PRIMARY KEY,
    subject_ref text NOT NULL REFERENCES core.entity (ref),
    needs text[] NOT NULL,
    storage_key uuid NOT NULL REFERENCES files.stored (key),
    name text NOT NULL,
    media_type text NOT NULL,
    size int NOT NULL CHECK (size > 0),
    alternative text NOT NULL,
    status text NOT NULL CHECK (status IN ('QUARANTINED', 'READY')),
    finding text,
    kept boolean NOT NULL DEFAULT false,
    added_at timestamptz(3) NOT NULL,
    added_by text NOT NULL REFERENCES core.entity (ref),
    removed_at timestamptz(3)
  );
  CREATE INDEX attachment_subject ON files.attachment (subject_ref, added_at);
  CREATE INDEX attachment_added_by ON files.attachment (added_by);
  CREATE INDEX attachment_storage_key ON files.attachment (storage_key);
  COMMENT ON COLUMN files.attachment.needs IS 'Keys that a viewer must hold beside those of the subject: of a draft, or while it is quarantined.';
  COMMENT ON COLUMN files.attachment.kept IS 'A published version keeps it: it never changes, and is never cleaned away.';

  CREATE TABLE files.kept (
    version_id uuid NOT NULL,
    attachment_id uuid NOT NULL REFERENCES files.attachment (id),
    PRIMARY KEY (version_id, attachment_id)
  );
`;

/** A name as part of an address. */
const inAddress = `
  CREATE FUNCTION files.in_address(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT string_agg(CASE WHEN c ~ '[A-Za-z0-9._~-]' THEN c
      ELSE regexp_replace(upper(encode(convert_to(c, 'UTF8'), 'hex')), '(..)', '%\\1', 'g') END, '' ORDER BY place)
    FROM regexp_split_to_table(name, '') WITH ORDINALITY AS letter (c, place)
  $$;
`;

const finalLists = `
  CREATE FUNCTION files.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    RAISE EXCEPTION 'The files of a published version never change.';
  END $$;
  CREATE TRIGGER kept_is_final BEFORE UPDATE OR DELETE ON files.kept
    FOR EACH ROW EXECUTE FUNCTION files.refuse_change();
`;

/** Files of rows: the row alone says what guards them, so that they go where it goes. */
class FilesOfRows1900000001400 implements MigrationInterface {
  readonly name = 'FilesOfRows1900000001400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE files.attachment
        ALTER COLUMN subject_ref DROP NOT NULL,
        ALTER COLUMN added_by DROP NOT NULL,
        ADD COLUMN row_prefix text,
        ADD COLUMN row_id uuid,
        ADD CHECK ((row_prefix IS NULL) = (row_id IS NULL)),
        ADD CHECK ((subject_ref IS NULL) <> (row_id IS NULL)),
        ADD CHECK ((added_by IS NULL) = (row_id IS NOT NULL));
      CREATE INDEX attachment_row ON files.attachment (row_id, added_at) WHERE row_id IS NOT NULL;
      CREATE INDEX attachment_in_hand ON files.attachment (added_at) WHERE subject_ref = added_by;
      COMMENT ON COLUMN files.attachment.subject_ref IS 'The thing; the sender, until what they write takes it; null where it is a row''s.';
      COMMENT ON COLUMN files.attachment.added_by IS 'Null where it is a row''s: who wrote that is known there alone.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM files.attachment WHERE subject_ref IS NULL;
      ALTER TABLE files.attachment DROP COLUMN row_prefix, DROP COLUMN row_id, ALTER COLUMN subject_ref SET NOT NULL,
        ALTER COLUMN added_by SET NOT NULL;
      DROP INDEX files.attachment_in_hand;
    `);
  }
}

export const filesMigrations = [CreateFiles1900000000200, FilesOfRows1900000001400];
