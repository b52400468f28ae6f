/** What others need to know of an intervention before they judge or repeat it, beside its sections and components. */

/** A group of people, by the publications' own list, with its name as people saw it. */
export interface PopulationSegment {
  readonly slug: string;
  readonly name: string;
}

export const needKinds = ['PEOPLE', 'MONEY', 'EQUIPMENT'] as const;
export type NeedKind = (typeof needKinds)[number];

/** A number with what it counts: 38, `referrals a month`. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  readonly unit: string | null;
}

/** What it takes, of one kind: in words, with figures where there are any. */
export interface Need {
  readonly kind: NeedKind;
  readonly text: string;
  readonly figures: readonly Figure[];
}

/** What could go or went wrong, and what was done about it. */
export interface Risk {
  readonly risk: string;
  readonly response: string | null;
}

/** Part of the draft, and of each version as it was then. */
export interface Description {
  /** What was wrong before it. */
  readonly problem: string | null;
  /** The people it is for. */
  readonly population: string | null;
  readonly segments: readonly PopulationSegment[];
  /** At most one of each kind. */
  readonly needs: readonly Need[];
  readonly risks: readonly Risk[];
  readonly outcomesMeasured: readonly string[];
}

export const nothingDescribed: Description = {
  problem: null,
  population: null,
  segments: [],
  needs: [],
  risks: [],
  outcomesMeasured: [],
};
