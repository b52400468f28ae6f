/** What is known of a site beside its name: stored with the names as people saw them. */

export interface Organisation {
  readonly name: string;
  readonly kind: string;
}

export interface ContextNote {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly question: string;
  readonly present: 'YES' | 'PARTLY' | 'MIXED' | 'NO';
  readonly note: string | null;
}

export interface EarlierInitiative {
  readonly initiative: string;
  readonly year: number | null;
  readonly note: string | null;
}

export interface TeamSkill {
  readonly key: string;
  readonly name: string;
  readonly covered: boolean;
  readonly note: string | null;
}

export interface SiteFacts {
  readonly region: string | null;
  readonly tagline: string | null;
  /** A figure never stands without the basis on which it was counted. */
  readonly population: { readonly value: number; readonly basis: string } | null;
  readonly populationSegments: readonly string[];
  readonly localities: readonly string[];
  readonly leadOrganisation: Organisation | null;
  readonly partners: readonly Organisation[];
  readonly contextFactors: readonly ContextNote[];
  readonly priorHistory: readonly EarlierInitiative[];
  readonly engineRoom: readonly TeamSkill[];
  /** Year and month. */
  readonly joinedOn: string | null;
  /** Invented for demonstration. */
  readonly illustrative: boolean;
}
