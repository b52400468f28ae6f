/** From stage to stage: what a move needs, what it makes, whom it opens the record to. The rules are in stage.rules. */
import { Inject, Injectable } from '@nestjs/common';
import type { EntityRef } from '@hub/core/contract';
import { Access, BadUserInput, badInput, Directory, NotFound, Outbox, type Action } from '@hub/core/server';
import { InterventionDrafts, versionId } from '@hub/plugins/interventions/contract';
import {
  adaptationEnded,
  adaptationMoved,
  endedStages,
  maturityAt,
  type AdaptationDecision,
  type AdaptationStage,
} from '@hub/plugins/adaptations/contract';
import type { AdaptationRecord } from '../adaptation.record';
import { AdaptationStore } from '../adaptation.store';
import { CheckInsService } from '../check-ins/check-ins.service';
import { CoreLeftOut } from '../changes/core-left-out';
import { EndingsService, type EndingFacts } from './endings.service';
import { ModificationRecord } from '../suitability/findings.records';
import { resultTitle } from '../publish/result.rules';
import {
  decisionAfter,
  decisionProblem,
  moveProblem,
  opensToNetwork,
  reasonProblem,
  shareProblem,
} from './stage.rules';
import { textOrNull } from '../text-or-null';

export interface MoveAdaptation {
  readonly adaptation: EntityRef;
  readonly stage: AdaptationStage;
  readonly learned?: string | null;
  readonly reason?: string | null;
  readonly decision?: AdaptationDecision | null;
  readonly ending?: EndingFacts | null;
  readonly share?: boolean | null;
  readonly expectedRevision?: number | null;
}

export interface ShareAdaptation {
  readonly adaptation: EntityRef;
  readonly expectedRevision?: number | null;
}

@Injectable()
export class StagesService {
  constructor(
    @Inject(Access) private readonly access: Access,
    @Inject(AdaptationStore) private readonly store: AdaptationStore,
    @Inject(CheckInsService) private readonly checkIns: CheckInsService,
    @Inject(CoreLeftOut) private readonly core: CoreLeftOut,
    @Inject(Directory) private readonly directory: Directory,
    @Inject(EndingsService) private readonly endings: EndingsService,
    @Inject(InterventionDrafts) private readonly drafts: InterventionDrafts,
    @Inject(Outbox) private readonly outbox: Outbox,
  ) {}

  /**
   * Takes it to another stage. One that opens it to the network is for those who publish; once its result is published, it opens
   * nothing more. `resultName` names the draft that ADAPTING makes; without it the title does.
   */
  async move(action: Action, input: MoveAdaptation, resultName?: string): Promise<EntityRef> {
    const { tx, actor, at } = action;
    if (input.ending) await this.endings.requireGrown(action, input.adaptation, input.ending);
    const record = await this.store.open(tx, input.adaptation, input.expectedRevision);
    const { stage: from } = record;
    const to = input.stage;
    const problem = moveProblem(from, to);
    if (problem) throw badInput('input.stage', problem);
    const takenUpAgain = endedStages.includes(from) && !endedStages.includes(to);
    if (takenUpAgain) await this.store.requireNoneAtWork(tx, record.sourceRef, record.siteRef);
    requireComplete(from, input);

    const asked = endedStages.includes(to) ? await this.checkIns.waiting(tx, record.ref) : null;
    const before = record.decision;
    const opens = opensToNetwork(to, record.sharedAt);
    const shared = opens && input.share !== false;
    if (shared && !record.publishedAt) await this.access.require(tx, actor, 'adaptations.share', record.ref);
    record.stage = to;
    record.decision = decisionAfter({
      to,
      stated: input.decision,
      before,
      hasChanges: await hasChanges(action, record),
    });
    if (shared) record.sharedAt = at;
    if (to === 'ADAPTING') record.resultRef ??= await this.draftResult(action, record, resultName);
    await this.store.save(action, record);
    await this.sayHowFar(action, record);
    const step = await this.store.remember(action, record, {
      learned: textOrNull(input.learned),
      reason: textOrNull(input.reason),
      decision: record.decision === before ? null : record.decision,
    });
    if (input.ending) await this.endings.keep(action, record.ref, step, input.ending);
    if (asked) await this.checkIns.ended(action, asked);
    await this.tell(action, record, { from, to, shared, kept: opens && !shared });
    return record.ref;
  }

  /** Opens to the network a record that a move kept to its site. Shared already, it stays as it is. */
  async share(action: Action, input: ShareAdaptation): Promise<EntityRef> {
    const record = await this.store.open(action.tx, input.adaptation, input.expectedRevision);
    const problem = shareProblem(record.stage);
    if (problem) throw badInput('input.adaptation', problem);
    if (record.sharedAt) return record.ref;

    record.sharedAt = action.at;
    await this.store.save(action, record);
    await this.tell(action, record, { from: record.stage, to: record.stage, shared: true, kept: false });
    return record.ref;
  }

  private async tell({ tx, actor, at }: Action, record: AdaptationRecord, facts: Facts): Promise<void> {
    const event = { subject: record.ref, actor: actor.ref, at };
    await this.outbox.add(tx, { ...event, name: adaptationMoved.name, facts });
    const { to, shared } = facts;
    if (record.sharedAt && endedStages.includes(to))
      await this.outbox.add(tx, { ...event, name: adaptationEnded.name, facts: { to, shared } });
    if (facts.shared) await this.core.tell({ tx, at }, record, actor.ref);
  }

  /** Whoever reads the published result reads how far it is now, in lists too, whether or not they see the record. */
  private async sayHowFar(action: Action, { resultRef, publishedAt, stage }: AdaptationRecord): Promise<void> {
    const maturity = maturityAt(stage);
    if (!resultRef || !publishedAt || !maturity) return;
    const result = await this.drafts.readIntervention(action.tx, resultRef);
    if (result && result.maturity !== maturity) await this.drafts.revise(action, resultRef, { maturity });
  }

  private async draftResult(action: Action, record: AdaptationRecord, slug?: string): Promise<EntityRef> {
    const version = await this.drafts.readVersion(action.tx, versionId(record.sourceVersionId));
    const [source, site] = await Promise.all(
      [record.sourceRef, record.siteRef].map((ref) => this.directory.get(action.tx, ref)),
    );
    if (!version || !source || !site) throw new NotFound();
    return this.drafts.createDraft(action, {
      site: record.siteRef,
      title: resultTitle(version.title, site.title),
      summary: version.summary,
      careModels: source.careModels,
      maturity: 'IDEA',
      visibility: 'network',
      sections: version.sections.map(({ key, body }) => ({ key, body })),
      components: version.components,
      description: version.description,
      ...(slug ? { slug } : {}),
    });
  }
}

type Facts = NonNullable<typeof adaptationMoved.facts>;

/** Throws BAD_USER_INPUT that names all that a move lacks. */
function requireComplete(from: AdaptationStage, input: MoveAdaptation): void {
  const { stage: to, decision, ending } = input;
  const said = textOrNull(input.reason) ?? textOrNull(input.learned);
  const problems = [
    { path: 'input.reason', message: reasonProblem(from, to, said) },
    { path: 'input.decision', message: decisionProblem({ to, stated: decision }) },
    {
      path: 'input.ending',
      message: ending && !endedStages.includes(to) ? 'Only what is stopped or decided against has an ending' : null,
    },
  ].flatMap(({ path, message }) => (message === null ? [] : [{ path, message }]));
  if (problems.length > 0) throw new BadUserInput(problems);
}

function hasChanges({ tx }: Action, { ref }: AdaptationRecord): Promise<boolean> {
  return tx.existsBy(ModificationRecord, { adaptationRef: ref });
}
