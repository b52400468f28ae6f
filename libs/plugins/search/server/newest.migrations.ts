/** Finds the newest hits without reading all of them: of everything, of one kind, and in titles. Made while others write. */
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows of a table that others write to meanwhile; one that an earlier try left unfinished is made anew. */
async function makeIndex(runner: QueryRunner, name: string, what: string): Promise<void> {
  await runner.query(`DROP INDEX CONCURRENTLY IF EXISTS search.${name}`);
  await runner.query(`CREATE INDEX CONCURRENTLY IF NOT EXISTS ${name} ON search.document ${what}`);
}

const newest = '(NOT comes_last), (coalesce(happened_at, changed_at)), ref';

class FindNewest1900000001790 implements MigrationInterface {
  readonly name = 'FindNewest1900000001790';

  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    await makeIndex(runner, 'document_newest', `(${newest})`);
    await makeIndex(runner, 'document_newest_of_kind', `(kind, ${newest})`);
    await makeIndex(runner, 'document_title_words', 'USING gin (title_words)');
    // What the planner knows of an index of expressions, it knows from an ANALYZE.
    await runner.query('ANALYZE search.document');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP INDEX search.document_newest, search.document_newest_of_kind, search.document_title_words',
    );
  }
}

/**
 * Of a row, only the body lies elsewhere. Whether the newest documents have a word is asked of many of them, and the words of each were pages of
 * their own. Every other column is named: PostgreSQL moves out the longest that may go, were it the reference. Rows that are there move when
 * they are written next.
 */
const staying = [
  ...[
    'ref',
    'kind',
    'title',
    'title_words',
    'words',
    'stage',
    'lessons',
    'enablers',
    'tags',
    'place_lines',
    'place_names',
  ],
  ...['care_models', 'needs'],
];

class WordsInTheRow1900000001791 implements MigrationInterface {
  readonly name = 'WordsInTheRow1900000001791';

  async up(runner: QueryRunner): Promise<void> {
    await store(runner, 'MAIN');
  }

  async down(runner: QueryRunner): Promise<void> {
    await store(runner, 'EXTENDED');
  }
}

async function store(runner: QueryRunner, how: 'MAIN' | 'EXTENDED'): Promise<void> {
  const columns = staying.map((name) => `ALTER COLUMN ${name} SET STORAGE ${how}`);
  await runner.query(`ALTER TABLE search.document ${columns.join(', ')}`);
}

export const newestMigrations = [FindNewest1900000001790, WordsInTheRow1900000001791];
