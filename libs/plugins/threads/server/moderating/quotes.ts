/**
 * What other posts quote of a post that moderation hides, removes or cuts. While nobody reads the post, nobody reads its words in a quote
 * either: they are taken out of the stored text, so that no path needs to know, and are given back when the post is shown again.
 */
import { Injectable } from '@nestjs/common';
import { deleteAhead, type Action } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { PostRecord, RevisionRecord } from '../posts/post.record';
import { WithheldQuoteRecord } from './quotes.record';
import { quotesSomething, withoutPassagesInQuotes, withoutQuotesOf } from './quotes.rules';

/** One text of a post: what it says now (0), or said until an edit. */
interface Text {
  readonly postId: string;
  readonly number: number;
  readonly body: string;
}

/** Ids of posts whose words changed. */
type Changed = ReadonlySet<string>;

@Injectable()
export class Quotes {
  /** Takes what others quote of the post out of their texts. */
  async withhold({ tx }: Action, post: PostRecord): Promise<Changed> {
    return this.withholdIn(tx, await textsQuoting(tx, post), post.id);
  }

  /** The same in one post that was just written: somebody may have begun it before what it quotes was hidden. */
  async withholdWhatIsHidden({ tx }: Action, { id, threadRef, inReplyTo, body }: WrittenQuotes): Promise<void> {
    if (!quotesSomething(body)) return;
    const hidden: { id: string }[] = await tx.query(
      `SELECT id FROM threads.post WHERE (thread_ref = $1 OR id = $2) AND id <> $3 AND (hidden_at IS NOT NULL OR removed_by_moderator)`,
      [threadRef, inReplyTo, id],
    );
    for (const { id: of } of hidden) await this.withholdIn(tx, await textsOf(tx, [id]), of);
  }

  /** Its author has written it anew: what it said is a revision now, and stays as it was shown. */
  async forgetOf({ tx }: Action, { id }: PostRecord): Promise<void> {
    await deleteAhead(tx, WithheldQuoteRecord, { postId: id, number: 0 });
  }

  /** Gives back what was withheld, but for posts that their authors have edited since. */
  async giveBack({ tx }: Action, post: PostRecord): Promise<Changed> {
    const changed = new Set<string>();
    for (const kept of await withheldOf(tx, post.id)) {
      const { postId, number, body } = kept;
      const of = kept.of.filter((id) => id !== post.id);
      const revision = await write(
        tx,
        { postId, number, body: withoutQuotesOf(body, await saidIn(tx, of)) },
        kept.revision,
      );
      if (of.length > 0 && revision) await tx.update(WithheldQuoteRecord, { postId, number }, { of, revision });
      else await tx.delete(WithheldQuoteRecord, { postId, number });
      if (revision) changed.add(postId);
    }
    return changed;
  }

  /** Cuts passages out of what others quote of the post, now and before their edits. `said` is what it said before the cut. */
  async cut(action: Action, post: PostRecord, said: readonly string[], passages: readonly string[]): Promise<Changed> {
    const { tx } = action;
    const cutIn = (body: string) => withoutPassagesInQuotes(body, said, passages);
    for (const { postId, number, body } of await withheldOf(tx, post.id))
      await tx.update(WithheldQuoteRecord, { postId, number }, { body: cutIn(body) });
    const changed = new Set(await this.giveBack(action, post));
    for (const text of await textsQuoting(tx, post)) {
      const body = cutIn(text.body);
      if (body !== text.body && (await write(tx, { ...text, body }))) changed.add(text.postId);
    }
    return changed;
  }

  private async withholdIn(tx: EntityManager, texts: readonly Text[], of: string): Promise<Changed> {
    const changed = new Set<string>();
    for (const text of texts) {
      const { postId, number } = text;
      const kept = await tx.findOneBy(WithheldQuoteRecord, { postId, number });
      const all = [...new Set([...(kept?.of ?? []), of])];
      const whole = kept?.body ?? text.body;
      const body = withoutQuotesOf(whole, await saidIn(tx, all));
      if (body === text.body) continue;
      const revision = await write(tx, { ...text, body });
      if (revision) await tx.save(WithheldQuoteRecord, { postId, number, body: whole, revision, of: all });
      changed.add(postId);
    }
    return changed;
  }
}

type WrittenQuotes = Pick<PostRecord, 'id' | 'threadRef' | 'inReplyTo' | 'body'>;

/** What posts say and said before, hidden or removed ones too. */
async function saidIn(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
  return ids.length === 0 ? [] : (await textsOf(tx, ids)).map(({ body }) => body);
}

function textsOf(tx: EntityManager, ids: readonly string[]): Promise<Text[]> {
  return tx.query(
    `SELECT id AS "postId", 0 AS number, body FROM threads.post WHERE id = ANY($1::uuid[])
     UNION ALL SELECT post_id, number, body FROM threads.revision WHERE post_id = ANY($1::uuid[]) ORDER BY 1, 2`,
    [ids],
  );
}

/** Texts of posts beside it, and of those that answer it elsewhere, in which something is quoted. The posts are held. */
async function textsQuoting(tx: EntityManager, { id, threadRef }: PostRecord): Promise<Text[]> {
  const posts: { id: string }[] = await tx.query(
    `SELECT id FROM threads.post WHERE (thread_ref = $1 OR in_reply_to = $2) AND id <> $2 AND removed_at IS NULL
     ORDER BY id FOR NO KEY UPDATE`,
    [threadRef, id],
  );
  const ids = posts.map((post) => post.id);
  return (await textsOf(tx, ids)).filter(({ body }) => quotesSomething(body));
}

function withheldOf(tx: EntityManager, id: string): Promise<WithheldQuoteRecord[]> {
  return tx.query(
    'SELECT post_id AS "postId", number, body, revision, "of" FROM threads.withheld_quote WHERE "of" @> ARRAY[$1::uuid] ORDER BY post_id, number',
    [id],
  );
}

/** Writes one text and gives the post's revision since; null where its author has edited it since `only`. */
async function write(tx: EntityManager, { postId, number, body }: Text, only?: number): Promise<number | null> {
  const post = await tx.findOne(PostRecord, { where: { id: postId }, lock: { mode: 'for_no_key_update' } });
  if (!post) return null;
  if (number > 0) {
    await tx.update(RevisionRecord, { postId, number }, { body });
    return post.revision;
  }
  if (only !== undefined && post.revision !== only) return null;
  await tx.update(PostRecord, { id: postId }, { body, revision: post.revision + 1 });
  return post.revision + 1;
}
