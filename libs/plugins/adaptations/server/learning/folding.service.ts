/** How what a site changed comes home: into the next version of what it started from, with a credit that stays. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Access, badInput, Directory, NotFound, type Action } from '@hub/core/server';
import { adaptationKind } from '@hub/plugins/adaptations/contract';
import { InterventionDrafts, versionId, type NewCredit, type PartKind } from '@hub/plugins/interventions/contract';
import { AdaptationRecord } from '../adaptation.record';
import { changeOf, foldedRevision, type PartInput } from './folding.rules';

export interface FoldBack extends PartInput {
  readonly intervention: EntityRef;
  readonly adaptation: EntityRef;
  readonly part: PartKind;
  readonly key: string;
  readonly expectedRevision: number;
}

export type UndoFoldBack = Pick<FoldBack, 'intervention' | 'adaptation' | 'part' | 'key' | 'expectedRevision'>;

@Injectable()
export class FoldingService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(InterventionDrafts) private readonly drafts: InterventionDrafts,
  ) {}

  /**
   * Puts the text as given into the source's draft, with a credit for the site. NOT_FOUND for an adaptation or result that the actor
   * cannot see; BAD_USER_INPUT where the site published no such change, or where not everyone who may read the source may read it:
   * what a site shares with few is not made known to many. CONFLICT for a stale draft.
   */
  async fold(action: Action, input: FoldBack): Promise<EntityRef> {
    const { tx, actor } = action;
    await this.access.requireVisible(tx, actor, input.adaptation, adaptationKind);
    const record = await tx.findOneBy(AdaptationRecord, { ref: input.adaptation });
    if (record?.sourceRef !== input.intervention || !record.resultRef) throw new NotFound();
    await this.access.requireVisible(tx, actor, record.resultRef);
    const source = await this.drafts.holdDraft(tx, input.intervention, input.expectedRevision);
    await this.requireAsOpen(action, record.resultRef, source.ref);
    const credit = await this.creditFor(action, record, input);
    const draft = { sections: source.draft, components: source.draftComponents };
    await this.drafts.revise(action, source.ref, { ...foldedRevision(draft, input), credits: [credit] });
    return source.ref;
  }

  /** Takes it out of the draft again; gives whether its text could be put back too. NOT_FOUND for a record that the actor cannot see. */
  async undo(
    action: Action,
    { intervention, adaptation, part, key, expectedRevision }: UndoFoldBack,
  ): Promise<boolean> {
    await this.access.requireVisible(action.tx, action.actor, adaptation, adaptationKind);
    return this.drafts.takeBack(action, intervention, { from: adaptation, part, key }, expectedRevision);
  }

  private async creditFor({ tx }: Action, record: AdaptationRecord, { part, key }: FoldBack): Promise<NewCredit> {
    const result = record.resultRef && (await this.drafts.readIntervention(tx, record.resultRef));
    const [followed, local] = await Promise.all([
      this.drafts.readVersion(tx, versionId(record.sourceVersionId)),
      result ? this.drafts.readVersion(tx, result.currentVersion?.id ?? '') : null,
    ]);
    const change = followed && local && changeOf(part, key, { followed, local });
    if (!change) throw badInput('input.key', 'They have not published a change to this part');
    return { site: record.siteRef, from: record.ref, part, key, heading: change.heading };
  }

  private async requireAsOpen({ tx }: Action, result: EntityRef, source: EntityRef): Promise<void> {
    const [row] = await tx.query<{ open: boolean }[]>(
      `SELECT result.needs <@ source.needs OR result.needs <@ ARRAY['public'] AS open
       FROM core.entity result, core.entity source WHERE result.ref = $1 AND source.ref = $2`,
      [result, source],
    );
    if (row?.open) return;
    const site = await this.directory.get(tx, (await this.directory.get(tx, result))?.ownerRef ?? result);
    throw badInput(
      'input.adaptation',
      `Fewer people may read what ${site?.title ?? 'the site'} made of it than may read this. Ask them to open theirs first`,
    );
  }
}
