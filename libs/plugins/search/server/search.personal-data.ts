/** What search keeps of a person: the words of their own profile. They go at once when the person does, from the vocabulary too. */
import { Injectable } from '@nestjs/common';
import type { Acting, EntityRef } from '@hub/core/contract';
import type { PersonalData } from '@hub/plugins/identity/contract';
import type { EntityManager } from 'typeorm';

@Injectable()
export class SearchPersonalData implements PersonalData {
  readonly name = 'search';

  async export(tx: EntityManager, member: EntityRef): Promise<unknown> {
    return tx.query('SELECT title, body FROM search.document WHERE ref = $1', [member]);
  }

  /** Words that others' documents hold as well stay known. */
  async erase({ tx }: Acting, member: EntityRef): Promise<void> {
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
