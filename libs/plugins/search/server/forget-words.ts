/** The vocabulary keeps no word that stands nowhere any more: what was taken out of a text is in no table of the search either. */
import type { EntityRef } from '@hub/core/contract';
import type { EntityManager } from 'typeorm';

/** The words of the documents that these entities have now. */
export async function wordsOf(tx: EntityManager, refs: readonly EntityRef[]): Promise<string[]> {
  const rows: { word: string }[] = await tx.query(
    `SELECT DISTINCT w AS word FROM search.document d, search.words_of(d.title || ' ' || left(d.body, 200000)) AS w
     WHERE d.ref = ANY($1::text[])`,
    [refs],
  );
  return rows.map(({ word }) => word);
}

/** Forgets those of the words that stood in these entities' documents before, and stand in none at all now. In one order, as words are learned. */
export async function forgetWords(
  tx: EntityManager,
  refs: readonly EntityRef[],
  before: readonly string[],
): Promise<void> {
  const now = new Set(await wordsOf(tx, refs));
  const gone = before.filter((word) => !now.has(word));
  if (gone.length === 0) return;
  await tx.query(
    `DELETE FROM search.word WHERE word IN (
       SELECT w.word FROM search.word w WHERE w.word = ANY($1::text[])
         AND NOT EXISTS (SELECT FROM search.document d WHERE d.words @@ plainto_tsquery('english', w.word)
           AND lower(d.title || ' ' || left(d.body, 200000)) ~ ('\\m' || w.word || '\\M'))
       ORDER BY w.word FOR UPDATE)`,
    [gone],
  );
}
