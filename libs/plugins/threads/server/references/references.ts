/** Keeps what posts refer to: what their words name and their author can see. Anything else stays words. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Links, visibleSql, writeAhead, type Action } from '@hub/core/server';
import { memberKind } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { writtenIn, type Written } from './written-references';

@Injectable()
export class References {
  constructor(@Inject(Links) private readonly links: Links) {}

  /**
   * Keeps the references in a post's new text, as of this revision of it. What an earlier text named stays, for the history. Gives the
   * members that are named now and were not before.
   */
  async keep({ tx, actor }: Action, postId: string, body: string, revision: number): Promise<EntityRef[]> {
    const written = this.writtenIn(body);
    if (written.length === 0) return [];
    const rows: { ref: EntityRef }[] = await tx.query(
      `INSERT INTO threads.reference (post_id, written, ref, since_revision)
       SELECT $1, w.written, e.ref, $4 FROM jsonb_to_recordset($2::jsonb) AS w (written text, kind text, namespace text, name text)
       JOIN core.entity e ON CASE WHEN w.namespace IS NULL THEN e.kind = w.kind AND split_part(e.ref, '/', 2) = w.name
         ELSE e.ref = w.kind || ':' || w.namespace || '/' || w.name END
       WHERE ${visibleSql('e', '$3::text[]')}
       ON CONFLICT DO NOTHING RETURNING ref`,
      [postId, JSON.stringify(written), actor.keys, revision],
    );
    return rows.map(({ ref }) => ref).filter((ref) => ref.startsWith(`${memberKind}:`));
  }

  /** Whether words of this text may refer to something. */
  mayBeIn(body: string): boolean {
    return this.writtenIn(body).length > 0;
  }

  private writtenIn(body: string): Written[] {
    return writtenIn(body, this.links.absolute(''), (path) => this.links.entityAt(path));
  }

  /** A text of a post without any of its references: for what is read without asking who reads. */
  async textForAll(tx: EntityManager, postId: string, content: string): Promise<string> {
    const rows: { text: string }[] = await tx.query(
      'SELECT threads.without($2, ARRAY(SELECT written FROM threads.reference WHERE post_id = $1)) AS text',
      [postId, content],
    );
    return rows[0]?.text ?? content;
  }

  /** A text of a post without the references that the actor may not see. */
  async textFor({ tx, actor }: Action, postId: string, content: string): Promise<string> {
    const rows: { text: string }[] = await tx.query(
      `SELECT threads.without($2, ARRAY(SELECT r.written FROM threads.reference r JOIN core.entity e ON e.ref = r.ref
         WHERE r.post_id = $1 AND NOT ${visibleSql('e', '$3::text[]')})) AS text`,
      [postId, content, actor.keys],
    );
    return rows[0]?.text ?? content;
  }

  /** Forgets what a post refers to in words that are in its text no more: after some were cut out of it, with all that it said before. */
  async keepOnlyIn(tx: EntityManager, postId: string, body: string): Promise<void> {
    await tx.query('DELETE FROM threads.reference WHERE post_id = $1 AND strpos($2, written) = 0', [postId, body]);
  }

  /** A removed post refers to nothing. */
  async forget(tx: EntityManager, postId: string): Promise<void> {
    await writeAhead(tx, 'DELETE FROM threads.reference WHERE post_id = $1', [postId]);
  }
}
