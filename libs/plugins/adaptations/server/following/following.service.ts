/** When its source has published again: the site chooses what to keep, take or combine, and follows the newer version from then on. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Access, badInput, NotFound, type Action } from '@hub/core/server';
import {
  InterventionDrafts,
  versionId,
  versionIdPrefix,
  versionUuid,
  type VersionText,
} from '@hub/plugins/interventions/contract';
import type { AdaptationRecord } from '../adaptation.record';
import { AdaptationStore } from '../adaptation.store';
import type { FollowedChoice } from './following.records';
import { mergedText, type MergeChoiceInput } from './following.rules';

export interface FollowVersion {
  readonly adaptation: EntityRef;
  readonly version: string;
  readonly choices: readonly MergeChoiceInput[];
  readonly expectedRevision: number;
  readonly expectedDraftRevision?: number | null;
}

@Injectable()
export class FollowingService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(AdaptationStore) private readonly store: AdaptationStore,
    @Inject(InterventionDrafts) private readonly drafts: InterventionDrafts,
  ) {}

  /**
   * Follows a later version of the source, and merges it into the draft of the result, where there is one. NOT_FOUND for a version that
   * the actor cannot see; BAD_USER_INPUT for one that is not later, and naming each part that still needs a choice; CONFLICT when the
   * record or the draft is not at the revision that the actor looked at.
   */
  async follow(action: Action, input: FollowVersion): Promise<EntityRef> {
    const { tx, actor } = action;
    await this.access.requireVisible(tx, actor, input.version, versionIdPrefix);
    const record = await this.store.open(tx, input.adaptation);
    const [base, theirs] = await Promise.all(
      [versionId(record.sourceVersionId), input.version].map((id) => this.drafts.readVersion(tx, id)),
    );
    const sourceVersionId = versionUuid(input.version);
    if (!base || !theirs || !sourceVersionId) throw new NotFound();
    if (theirs.intervention !== record.sourceRef)
      throw badInput('input.version', 'Choose a version of the intervention that you started from');
    await this.store.open(tx, record.ref, input.expectedRevision);
    if (theirs.number <= record.sourceNumber)
      throw badInput('input.version', `Choose a later version than ${record.sourceNumber}`);

    const choices = await this.merge(action, record, { base, theirs }, input);
    record.sourceVersionId = sourceVersionId;
    record.sourceNumber = theirs.number;
    await this.store.save(action, record);
    await this.store.follow(action, record, choices);
    return record.ref;
  }

  private async merge(
    action: Action,
    record: AdaptationRecord,
    { base, theirs }: { readonly base: VersionText; readonly theirs: VersionText },
    { choices, expectedDraftRevision }: FollowVersion,
  ): Promise<readonly FollowedChoice[]> {
    if (!record.resultRef) {
      if (choices.length > 0) throw badInput('input.choices', 'Your site has no text of its own to merge');
      return [];
    }
    if (typeof expectedDraftRevision !== 'number')
      throw badInput('input.expectedDraftRevision', 'Say at which revision of your text you looked');
    const ours = await this.drafts.holdDraft(action.tx, record.resultRef, expectedDraftRevision);
    const own = { sections: ours.draft, components: ours.draftComponents };
    const { sections, components, choices: made } = mergedText({ base, theirs, ours: own }, choices);
    await this.drafts.revise(action, ours.ref, { sections, components });
    return made;
  }
}
