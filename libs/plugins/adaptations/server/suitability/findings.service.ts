/** What a site writes down along the way: what it found out, and what it changed. Each can be completed or corrected later. */
import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { rowIdOf, type EntityRef } from '@hub/core/contract';
import { BadUserInput, NotFound, type Action } from '@hub/core/server';
import type { EntityManager, EntityTarget, FindOptionsWhere } from 'typeorm';
import type { SuitabilityKind } from '@hub/plugins/adaptations/contract';
import { InterventionDrafts, versionId, type Component } from '@hub/plugins/interventions/contract';
import type { AdaptationRecord } from '../adaptation.record';
import { AdaptationStore } from '../adaptation.store';
import { componentProblems, leavesOutCore } from '../changes/components.rules';
import { ComparisonService } from './comparison.service';
import { CoreLeftOut } from '../changes/core-left-out';
import { ModificationRecord, SuitabilityRecord } from './findings.records';
import { codingOf, codingProblems } from '../changes/frame.rules';
import { sectionKeyProblems } from '../changes/section-keys.rules';
import { textOrNull } from '../text-or-null';
import { voiceProblems } from './voice.rules';

export interface RecordSuitability {
  readonly adaptation: EntityRef;
  readonly entry?: string | null;
  readonly kind: SuitabilityKind;
  readonly title: string;
  readonly finding: string;
  readonly supports?: boolean | null;
  readonly figures?:
    readonly { readonly label: string; readonly value: number; readonly unit?: string | null }[] | null;
  readonly statements?: readonly string[] | null;
  readonly matters?: readonly string[] | null;
  readonly happenedOn?: Date | string | null;
}

export interface RecordModification {
  readonly adaptation: EntityRef;
  readonly modification?: string | null;
  readonly what: string;
  readonly why: string;
  readonly codes: readonly string[];
  readonly planned?: boolean | null;
  readonly fidelityConsistent?: boolean | null;
  readonly sectionKeys?: readonly string[] | null;
  readonly componentKeys?: readonly string[] | null;
  readonly leftOutKeys?: readonly string[] | null;
  readonly coreReason?: string | null;
}

@Injectable()
export class FindingsService {
  constructor(
    @Inject(AdaptationStore) private readonly store: AdaptationStore,
    @Inject(ComparisonService) private readonly comparison: ComparisonService,
    @Inject(CoreLeftOut) private readonly core: CoreLeftOut,
    @Inject(InterventionDrafts) private readonly drafts: InterventionDrafts,
  ) {}

  /** Records an audit, an event or a judgement, or corrects an earlier one. NOT_FOUND for an entry of another adaptation. */
  async recordSuitability(action: Action, input: RecordSuitability, newId = randomUUID()): Promise<EntityRef> {
    const { tx, actor, at } = action;
    const adaptation = await this.store.open(tx, input.adaptation);
    const earlier = input.entry
      ? await earlierOne(tx, SuitabilityRecord, adaptation.ref, rowIdOf('suitability', input.entry))
      : null;
    const problems = voiceProblems(input.statements ?? []);
    if (problems.length > 0) throw new BadUserInput(problems);
    await tx.save(SuitabilityRecord, {
      id: earlier?.id ?? newId,
      adaptationRef: adaptation.ref,
      kind: input.kind,
      title: input.title,
      finding: input.finding,
      supports: kept(input.supports, earlier?.supports),
      figures: figuresOf(input.figures === undefined ? (earlier?.figures ?? []) : (input.figures ?? [])),
      statements: listed(input.statements, earlier?.statements),
      compared: await this.comparison.keptWith(action, adaptation, input, earlier),
      happenedOn: kept(momentOf(input.happenedOn), earlier?.happenedOn),
      recordedAt: earlier?.recordedAt ?? at,
      recordedBy: earlier?.recordedBy ?? actor.ref,
    });
    await this.store.save(action, adaptation);
    return adaptation.ref;
  }

  /** Records one change, or corrects an earlier one. BAD_USER_INPUT names each code and key that is wrong. */
  async recordModification(action: Action, input: RecordModification, newId = randomUUID()): Promise<EntityRef> {
    const { tx, actor, at } = action;
    const adaptation = await this.store.open(tx, input.adaptation);
    const earlier = input.modification
      ? await earlierOne(tx, ModificationRecord, adaptation.ref, rowIdOf('modification', input.modification))
      : null;
    const tied = tiedTo(input, earlier);
    const components = await this.componentsOf(tx, adaptation);
    const problems = [
      ...codingProblems(input),
      ...sectionKeyProblems(input.sectionKeys ?? []),
      ...componentProblems(tied, components),
    ];
    if (problems.length > 0) throw new BadUserInput(problems);
    const keys = input.sectionKeys === undefined ? (earlier?.sectionKeys ?? []) : (input.sectionKeys ?? []);
    const { codes, planned, fidelityConsistent } = codingOf(input, earlier);
    await tx.save(ModificationRecord, {
      id: earlier?.id ?? newId,
      adaptationRef: adaptation.ref,
      what: input.what,
      why: input.why,
      codes: [...codes],
      planned,
      fidelityConsistent,
      sectionKeys: [...new Set(keys)],
      componentKeys: [...new Set([...tied.componentKeys, ...tied.leftOutKeys])],
      leftOutKeys: [...new Set(tied.leftOutKeys)],
      coreReason: leavesOutCore(tied.leftOutKeys, components) ? tied.coreReason : null,
      coreToldAt: earlier?.coreToldAt ?? null,
      recordedAt: earlier?.recordedAt ?? at,
      recordedBy: earlier?.recordedBy ?? actor.ref,
    });
    await this.store.save(action, adaptation);
    await this.core.tell(action, adaptation, actor.ref);
    return adaptation.ref;
  }

  private async componentsOf(tx: EntityManager, { sourceVersionId }: AdaptationRecord): Promise<readonly Component[]> {
    return (await this.drafts.readVersion(tx, versionId(sourceVersionId)))?.components ?? [];
  }
}

/** What it is about now: what is given, else as it was. */
function tiedTo(input: RecordModification, earlier: ModificationRecord | null) {
  return {
    componentKeys: listed(input.componentKeys, earlier?.componentKeys),
    leftOutKeys: listed(input.leftOutKeys, earlier?.leftOutKeys),
    coreReason: textOrNull(kept(input.coreReason, earlier?.coreReason)),
  };
}

interface RecordedRow {
  readonly id: string;
  readonly adaptationRef: EntityRef;
}

async function earlierOne<Row extends RecordedRow>(
  tx: EntityManager,
  record: EntityTarget<Row>,
  adaptationRef: EntityRef,
  id: string | null,
): Promise<Row> {
  const found = id ? await tx.findOneBy(record, { id, adaptationRef } as FindOptionsWhere<Row>) : null;
  if (!found) throw new NotFound();
  return found;
}

/** What is given now, null included; what was there before when nothing is given. */
function kept<T>(given: T | null | undefined, before: T | null | undefined): T | null {
  return given === undefined ? (before ?? null) : given;
}

/** The list that is given now, an empty one where null is; what was there before when nothing is given. */
function listed<T>(given: readonly T[] | null | undefined, before: readonly T[] | undefined): T[] {
  return [...(given === undefined ? (before ?? []) : (given ?? []))];
}

function momentOf(moment: Date | string | null | undefined): Date | null | undefined {
  return typeof moment === 'string' ? new Date(moment) : moment;
}

function figuresOf(figures: NonNullable<RecordSuitability['figures']>) {
  return figures.map(({ label, value, unit }) => ({ label, value, unit: unit ?? null }));
}
