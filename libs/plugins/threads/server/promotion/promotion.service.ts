/** Writes something from a post into a record, keeps where it came from, and takes it out again. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf, type EntityRef } from '@hub/core/contract';
import { Access, badInput, Conflict, Forbidden, NotFound, type Action } from '@hub/core/server';
import { AdaptationFindings } from '@hub/plugins/adaptations/contract';
import { componentsView, textsView } from '@hub/plugins/interventions/contract';
import { postPrefix } from '@hub/plugins/threads/contract';
import { Lookup } from '../lookup';
import type { PostRecord } from '../posts/post.record';
import { requireNotRemoved } from '../posts/post.rules';
import { promotionPrefix } from './promotion.read';
import { PromotionRecord } from './promotion.record';
import { requireWhole, type PromotePost, type TakeOutPromotion } from './promotion.rules';

@Injectable()
export class PromotionService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(AdaptationFindings) private readonly findings: AdaptationFindings,
    @Inject(Lookup) private readonly lookup: Lookup,
  ) {}

  /**
   * For whoever may edit the record; NOT_FOUND when they may not see the post, FORBIDDEN while it waits for a moderator. CONFLICT when the post has changed since, and when it
   * became this in the record before, unless it shall be said again. The post stays locked, so that of two at once one is refused.
   */
  async promote(action: Action, input: PromotePost): Promise<string> {
    const { tx, actor, at } = action;
    await this.access.requireVisible(tx, actor, input.post, postPrefix);
    const post = await this.lookup.post(tx, input.post);
    requireNotRemoved(post);
    if (post.hiddenAt) throw new Forbidden('This post waits for a moderator. Use it when it is shown again');
    requireWhole(input);
    if (post.revision !== input.expectedRevision)
      throw new Conflict('This post was edited since you opened it. Look at what it says now', {
        revision: post.revision,
      });
    if (!input.again) await this.requireNew(action, post, input);
    if (input.kind === 'QUESTION') await this.requireComponent(action, input);
    const id = randomUUID();
    const { kind, record: recordRef } = input;
    await tx.insert(PromotionRecord, {
      id,
      postId: post.id,
      recordRef,
      kind,
      at,
      ...(await this.write(action, input)),
    });
    return `${promotionPrefix}:${id}`;
  }

  /** Takes it out of the record, or only the link where the record has the words. NOT_FOUND for what is not there, or of another record. */
  async takeOut({ tx, actor }: Action, { record: recordRef, promotion }: TakeOutPromotion): Promise<EntityRef> {
    const id = rowIdOf(promotionPrefix, promotion);
    const found = id && (await tx.findOneBy(PromotionRecord, { id, recordRef }));
    if (!found) throw new NotFound();
    // Whoever cannot see the discussion must not learn that an entry came from it.
    if (found.entryId) await this.access.requireVisible(tx, actor, `${postPrefix}:${found.postId}`, postPrefix);
    await tx.delete(PromotionRecord, { id: found.id });
    return recordRef;
  }

  /** What is written into an adaptation is one of its own entries; the rest stands here. */
  private async write(
    action: Action,
    input: PromotePost,
  ): Promise<Pick<PromotionRecord, 'entryId' | 'words' | 'componentKey'>> {
    const { record: adaptation, words } = input;
    switch (input.kind) {
      case 'CHANGE':
        return ofEntry(await this.findings.addChange(action, { adaptation, what: words, why: input.why ?? '' }));
      case 'SUITABILITY':
        return ofEntry(
          await this.findings.addFinding(action, { adaptation, title: input.title ?? '', finding: words }),
        );
      case 'LEARNING':
        return { entryId: null, words, componentKey: null };
      case 'QUESTION':
        return { entryId: null, words, componentKey: input.component ?? null };
    }
  }

  private async requireNew({ tx }: Action, post: PostRecord, { kind, record }: PromotePost): Promise<void> {
    const before = await tx.findOneBy(PromotionRecord, { postId: post.id, recordRef: record, kind });
    if (!before) return;
    throw new Conflict(
      'This post was written into that record before. Look at it there, or say that you want it again',
      {
        id: `${promotionPrefix}:${before.id}`,
      },
    );
  }

  private async requireComponent({ tx }: Action, { record, component }: PromotePost): Promise<void> {
    const rows: unknown[] = await tx.query(
      `SELECT 1 FROM ${componentsView} part JOIN ${textsView} shown ON shown.current_version_id = part.version_id
       WHERE part.intervention_ref = $1 AND part.key = $2`,
      [record, component],
    );
    if (rows.length === 0) throw badInput('input.component', 'Choose a part of the published version');
  }
}

function ofEntry(entryId: string): Pick<PromotionRecord, 'entryId' | 'words' | 'componentKey'> {
  return { entryId, words: null, componentKey: null };
}
