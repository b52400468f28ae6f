/** `family.json`: interventions with all their versions, the adaptations between them, and the sites and people that these name. */
import type {
  AdaptationDecision,
  AdaptationStage,
  Benefit,
  EndingReason,
  MergeChoice,
  SuitabilityKind,
} from '@hub/plugins/adaptations/contract';
import type { Component, Description, Maturity, PartKind, Section } from '@hub/plugins/interventions/contract';

export const familyFormat = 'vanguard-hub/family';
export const familyFormatVersion = 2;

/** Ids are those of the hub that it came from. Every list of things with ids is in the order of these. */
export interface Family {
  readonly format: typeof familyFormat;
  readonly formatVersion: typeof familyFormatVersion;
  readonly sites: readonly FamilySite[];
  /** Of people only what their authorship needs: an id and a name. */
  readonly people: readonly FamilyPerson[];
  /** That versions were published with. */
  readonly files: readonly FamilyFile[];
  readonly interventions: readonly FamilyIntervention[];
  readonly adaptations: readonly FamilyAdaptation[];
}

export interface FamilyPerson {
  readonly id: string;
  readonly displayName: string;
}

/** With its bytes in base64, and their SHA-256; both null where it is too large for the file. */
export interface FamilyFile {
  readonly id: string;
  readonly intervention: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly alternative: string;
  readonly addedAt: string;
  readonly addedBy: string | null;
  readonly sha256: string | null;
  readonly content: string | null;
}

interface Organisation {
  readonly name: string;
  readonly kind: string;
}

export interface FamilySite {
  readonly id: string;
  readonly name: string;
  readonly tagline: string | null;
  readonly region: string | null;
  readonly modelTypes: readonly string[];
  readonly population: { readonly value: number; readonly basis: string } | null;
  readonly populationSegments: readonly string[];
  readonly localities: readonly string[];
  readonly leadOrganisation: Organisation | null;
  readonly partners: readonly Organisation[];
  readonly contextFactors: readonly {
    readonly key: string;
    readonly name: string;
    readonly kind: string;
    readonly question: string;
    readonly present: 'YES' | 'PARTLY' | 'MIXED' | 'NO';
    readonly note: string | null;
  }[];
  readonly priorHistory: readonly {
    readonly initiative: string;
    readonly year: number | null;
    readonly note: string | null;
  }[];
  readonly engineRoom: readonly {
    readonly key: string;
    readonly name: string;
    readonly covered: boolean;
    readonly note: string | null;
  }[];
  readonly joinedOn: string | null;
  readonly illustrative: boolean;
}

export interface FamilyVersion {
  readonly id: string;
  readonly number: number;
  readonly publishedAt: string;
  /** Null where whoever exported it was signed out: such a file shows, and cannot be imported. */
  readonly publishedBy: string | null;
  readonly changeNote: string | null;
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly Section[];
  readonly components: readonly Component[];
  readonly description: Description;
  /** What was taken in from other sites' changes, with the adaptations that these made them in. */
  readonly credits: readonly FamilyCredit[];
  /** Ids, oldest first. */
  readonly files: readonly string[];
}

export interface FamilyCredit {
  readonly site: string;
  readonly adaptation: string;
  readonly part: PartKind;
  readonly key: string;
  readonly heading: string;
  readonly number: number;
}

export interface FamilyIntervention {
  readonly id: string;
  readonly site: string;
  readonly title: string;
  readonly summary: string;
  readonly status: 'PUBLISHED' | 'WITHDRAWN';
  readonly visibility: 'SITE' | 'NETWORK' | 'PUBLIC';
  readonly maturity: Maturity;
  readonly modelTypes: readonly string[];
  readonly lessons: readonly number[];
  readonly enablers: readonly number[];
  readonly contacts: readonly string[];
  readonly startedOn: string | null;
  readonly stoppedOn: string | null;
  readonly reviewOn: string | null;
  readonly withdrawal: { readonly at: string; readonly by: string | null; readonly reason: string } | null;
  readonly illustrative: boolean;
  /** Oldest first. */
  readonly versions: readonly FamilyVersion[];
}

/** Why a step ended it. `grew`: what grew from it, of what is in the file. */
export interface FamilyEnding {
  readonly reason: EndingReason;
  readonly words: string | null;
  readonly tried: string | null;
  readonly cameOfIt: string | null;
  readonly grew: readonly string[];
}

/** Another intervention that it draws on, and what was taken from it. */
export interface FamilyFurtherSource {
  readonly intervention: string;
  readonly version: string;
  readonly what: string | null;
  readonly addedAt: string;
  readonly addedBy: string | null;
}

/** A version of its source that it followed from then on, and what was decided about what was new in it. */
export interface FamilyFollowedVersion {
  readonly version: string;
  readonly at: string;
  readonly by: string | null;
  readonly choices: readonly {
    readonly part: PartKind;
    readonly key: string;
    readonly heading: string;
    readonly choice: MergeChoice;
    readonly reason: string | null;
  }[];
}

export interface FamilyAdaptation {
  readonly id: string;
  readonly sourceIntervention: string;
  readonly sourceVersion: string;
  readonly site: string;
  /** Null until it was published, and where whoever exported it may not see it. */
  readonly result: string | null;
  readonly why: string | null;
  readonly stage: AdaptationStage;
  readonly decision: AdaptationDecision | null;
  readonly shared: boolean;
  readonly startedAt: string;
  readonly publishedAt: string | null;
  readonly benefit: Benefit | null;
  readonly benefitWords: string | null;
  /** In the order in which they were added. */
  readonly furtherSources: readonly FamilyFurtherSource[];
  /** Oldest first, as the others. The last is sourceVersion. */
  readonly versionsFollowed: readonly FamilyFollowedVersion[];
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
    readonly happenedOn: string | null;
    readonly recordedBy: string | null;
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
    readonly recordedAt: string;
    readonly recordedBy: string | null;
  }[];
  readonly history: readonly {
    readonly stage: AdaptationStage;
    readonly at: string;
    readonly by: string | null;
    readonly learned: string | null;
    readonly reason: string | null;
    readonly decision: AdaptationDecision | null;
    readonly ending: FamilyEnding | null;
  }[];
}
