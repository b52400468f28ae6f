/** How an adaptation comes back as another hub knew it. Whoever restores it has checked it. */
import type { Acting, EntityRef } from '@hub/core/contract';
import type { PartKind } from '@hub/plugins/interventions/contract';
import type { Benefit, SuitabilityKind } from './kinds';
import type { MergeChoice } from './merge.rules';
import type { AdaptationDecision, EndingReason } from './outcomes';
import type { AdaptationStage } from './stages';

/** `grew` are references of interventions and adaptations. */
export interface ArchivedEnding {
  readonly reason: EndingReason;
  readonly words: string | null;
  readonly tried: string | null;
  readonly cameOfIt: string | null;
  readonly grew: readonly EntityRef[];
}

/** A published version of an intervention. */
export interface ArchivedVersionName {
  readonly ref: EntityRef;
  readonly version: string;
  readonly number: number;
}

export interface ArchivedFurtherSource {
  readonly source: ArchivedVersionName;
  readonly what: string | null;
  readonly addedAt: Date;
  readonly addedBy: EntityRef;
}

/** A version of its source that it followed from then on. */
export interface ArchivedFollowedVersion {
  readonly version: ArchivedVersionName;
  readonly at: Date;
  readonly by: EntityRef;
  readonly choices: readonly {
    readonly part: PartKind;
    readonly key: string;
    readonly heading: string;
    readonly choice: MergeChoice;
    readonly reason: string | null;
  }[];
}

export interface ArchivedAdaptation {
  readonly ref: EntityRef;
  readonly source: ArchivedVersionName;
  readonly site: EntityRef;
  readonly result: EntityRef | null;
  readonly why: string | null;
  readonly stage: AdaptationStage;
  readonly decision: AdaptationDecision | null;
  /** Whether a stage has opened it beyond its site. */
  readonly shared: boolean;
  readonly startedAt: Date;
  readonly publishedAt: Date | null;
  readonly benefit: Benefit | null;
  readonly benefitWords: string | null;
  readonly furtherSources: readonly ArchivedFurtherSource[];
  /** One at least; the last is the source. */
  readonly versionsFollowed: readonly ArchivedFollowedVersion[];
  /** Oldest first, as the others. */
  readonly suitability: readonly {
    readonly id: string;
    readonly kind: SuitabilityKind;
    readonly title: string;
    readonly finding: string;
    readonly supports: boolean | null;
    readonly figures: readonly { readonly label: string; readonly value: number; readonly unit: string | null }[];
    readonly statements: readonly string[];
    readonly compared: readonly {
      readonly name: string;
      readonly there: string | null;
      readonly here: string | null;
      readonly matters: boolean;
    }[];
    readonly happenedOn: Date | null;
    readonly recordedBy: EntityRef;
  }[];
  readonly modifications: readonly {
    readonly id: string;
    readonly what: string;
    readonly why: string;
    readonly codes: readonly string[];
    readonly planned: boolean | null;
    readonly fidelityConsistent: boolean | null;
    readonly sectionKeys: readonly string[];
    readonly componentKeys: readonly string[];
    readonly leftOutKeys: readonly string[];
    readonly coreReason: string | null;
    readonly recordedAt: Date;
    readonly recordedBy: EntityRef;
  }[];
  readonly history: readonly {
    readonly stage: AdaptationStage;
    readonly at: Date;
    readonly by: EntityRef;
    readonly learned: string | null;
    readonly reason: string | null;
    readonly decision: AdaptationDecision | null;
    readonly ending: ArchivedEnding | null;
  }[];
}

export abstract class AdaptationArchive {
  /** Adds it with all that is recorded in it, after its source and its result. It is history: nobody is told. */
  abstract restore(at: Pick<Acting, 'at' | 'tx'>, adaptation: ArchivedAdaptation): Promise<void>;
}
