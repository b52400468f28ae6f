/** What search keeps of a person: the searches that they saved, and the words of their own profile. They go at once when the person does, from the vocabulary too. */
import { Injectable } from '@nestjs/common';
import type { Acting, EntityRef } from '@hub/core/contract';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class SearchPersonalData implements PersonalData {
  readonly name = 'search';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    return {
      words: await tx.query('SELECT title, body FROM search.document WHERE ref = $1', [member]),
      savedSearches: await tx.query(
        `SELECT e.title AS name, s.text, s.kinds, s.care_models AS "careModels", s.stages, s.lessons, s.enablers, s.tags,
           s.changed_from AS "changedFrom", s.changed_before AS "changedBefore", s.created_at AS "savedAt" FROM search.saved s JOIN core.entity e ON e.ref = s.ref WHERE s.member_ref = $1 ORDER BY s.created_at, s.ref`,
        [member],
      ),
    };
  }

  /** Words that others' documents hold as well stay known. */
  async erase({ tx }: Acting, member: EntityRef): Promise<void> {
    await tx.query('DELETE FROM core.entity WHERE ref IN (SELECT ref FROM search.saved WHERE member_ref = $1)', [
      member,
    ]);
    await tx.query(
      `WITH own AS (
         SELECT DISTINCT w AS word FROM search.document d, search.words_of(d.title || ' ' || d.body) AS w WHERE d.ref = $1
       ), alone AS (
         SELECT k.word FROM search.word k JOIN own USING (word)
         WHERE numnode(plainto_tsquery('english', k.word)) > 0 AND NOT EXISTS (
           SELECT 1 FROM search.document d WHERE d.ref <> $1 AND d.words @@ plainto_tsquery('english', k.word))
         ORDER BY k.word FOR UPDATE OF k
       )
       DELETE FROM search.word WHERE word IN (SELECT word FROM alone)`,
      [member],
    );
    await tx.query('DELETE FROM search.document WHERE ref = $1', [member]);
  }
}
