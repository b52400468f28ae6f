/** Keeps the search index: asks those who own a kind for its documents, stores what they give, drops what they do not. */
import { Inject, Injectable } from '@nestjs/common';
import { parseEntityRef, type EntityRef } from '@hub/core/contract';
import { contributionsOf, Database } from '@hub/core/server';
import { searchDocuments, type SearchDocument, type SearchDocuments } from '@hub/plugins/search/contract';
import type { EntityManager } from 'typeorm';
import { rowOf } from './document-row';
import { forgetWords, wordsOf } from './forget-words';

/** How many entities are indexed in one transaction while the whole index is made anew. */
const batchSize = 200;

@Injectable()
export class SearchIndex {
  private readonly sources: ReadonlyMap<string, SearchDocuments>;

  constructor(
    @Inject(contributionsOf(searchDocuments)) sources: readonly SearchDocuments[],
    @Inject(Database) private readonly database: Database,
  ) {
    this.sources = new Map(sources.map((source) => [source.kind, source]));
  }

  /** Brings the documents of these entities, all of one kind, up to date. Kinds that nobody documents are left alone. */
  async refresh(tx: EntityManager, refs: readonly EntityRef[]): Promise<void> {
    const kind = parseEntityRef(refs[0] ?? '')?.kind;
    const source = kind && this.sources.get(kind);
    if (!source) return;
    await takeTurns(tx, refs);
    const before = await wordsOf(tx, refs);
    const documents = await source.read(tx, refs);
    await store(tx, source.kind, documents);
    await learnWords(tx, documents);
    const known = new Set(documents.map((document) => document.ref));
    await drop(
      tx,
      refs.filter((ref) => !known.has(ref)),
    );
    await forgetWords(tx, refs, before);
  }

  /**
   * Makes the whole index anew by walking the directory, while search goes on. Gives the number of entities walked. The index
   * holds every entity; readers are scoped when they ask it.
   */
  async rebuild(): Promise<number> {
    let walked = 0;
    for (const kind of this.sources.keys()) walked += await this.rebuildKind(kind);
    return walked;
  }

  private async rebuildKind(kind: string): Promise<number> {
    let walked = 0;
    for (let after = ''; ;) {
      const refs = await this.database.transaction(async (tx) => {
        const rows: { ref: EntityRef }[] = await tx.query(
          'SELECT ref FROM core.entity WHERE kind = $1 AND ref > $2 ORDER BY ref LIMIT $3',
          [kind, after, batchSize],
        );
        const batch = rows.map((row) => row.ref);
        await this.refresh(tx, batch);
        return batch;
      });
      walked += refs.length;
      if (refs.length < batchSize) return walked;
      after = refs.at(-1) ?? '';
    }
  }
}

/** Whoever reads an entity second stores it second: an older reading never overwrites a newer one. */
export async function takeTurns(tx: EntityManager, refs: readonly EntityRef[]): Promise<void> {
  await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('search ' || ref, 0)) FROM unnest($1::text[]) ref`, [
    [...refs].sort(),
  ]);
}

/** An entity deleted meanwhile has no directory row, and gets no document. */
async function store(tx: EntityManager, kind: string, documents: readonly SearchDocument[]): Promise<void> {
  if (documents.length === 0) return;
  await tx.query(
    `INSERT INTO search.document (ref, kind, care_models, needs, changed_at, ${columns.join(', ')})
     SELECT d.ref, $1, e.care_models, e.needs, e.updated_at, ${columns.map((name) => `d.${name}`).join(', ')}
       FROM jsonb_to_recordset($2::jsonb) AS d (ref text, title text, body text, place_lines int[], place_names text[],
         stage text, lessons int[], enablers int[], tags text[], happened_at timestamptz, comes_last boolean)
       JOIN core.entity e ON e.ref = d.ref
     ON CONFLICT (ref) DO UPDATE SET ${kept.map((name) => `${name} = excluded.${name}`).join(', ')}
       WHERE (${kept.map((name) => `document.${name}`).join(', ')})
         IS DISTINCT FROM (${kept.map((name) => `excluded.${name}`).join(', ')})`,
    [kind, JSON.stringify(documents.map(rowOf))],
  );
}

const columns = [
  ...['title', 'body', 'place_lines', 'place_names', 'stage', 'lessons', 'enablers', 'tags', 'happened_at'],
  'comes_last',
];

/** With what is the directory's, as it was when the document was made. */
const kept = ['care_models', 'needs', 'changed_at', ...columns];

/** Words are added in one order, so that two who add them never wait for each other in a ring. */
async function learnWords(tx: EntityManager, documents: readonly SearchDocument[]): Promise<void> {
  await tx.query(
    `INSERT INTO search.word (word)
     SELECT DISTINCT w FROM unnest($1::text[]) AS t (content), search.words_of(t.content) AS w
     WHERE NOT EXISTS (SELECT 1 FROM search.word known WHERE known.word = w) ORDER BY w
     ON CONFLICT DO NOTHING`,
    [documents.flatMap((document) => [document.title, rowOf(document).body])],
  );
}

async function drop(tx: EntityManager, refs: readonly EntityRef[]): Promise<void> {
  if (refs.length > 0) await tx.query('DELETE FROM search.document WHERE ref = ANY($1::text[])', [refs]);
}
