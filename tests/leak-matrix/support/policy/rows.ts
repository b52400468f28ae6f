/** What a row of the policy says, and what several rows say alike. */

export interface Guarded {
  /** Who may read it, in words. */
  readonly rule: string;
  /** Texts that hold no words of people: codes, names from a list, words of the hub's own. */
  readonly plain?: readonly string[];
  /** Texts made of others, which are planted: of which. */
  readonly made?: Readonly<Record<string, string>>;
  /** Fields that no viewer of the matrix has filled, each for a reason given here. */
  readonly unfilled?: Readonly<Record<string, string>>;
}

export interface TypesOfPlugin {
  readonly guarded?: Readonly<Record<string, Guarded>>;
  /** Public by design: history, the care models, what a site says of itself, and shells without words of their own. */
  readonly publicTypes?: readonly string[];
  /** What is answered by itself, to mutations above all: the guarded types inside are read anew as the viewer. */
  readonly payloads?: readonly string[];
}

/** Of what can be followed. Interventions alone have families. */
export const leavesNothingOut = { viewerLeavesOut: 'nobody here leaves out kinds of news of it: levels.db.spec.ts' };
export const noFamily = { ...leavesNothingOut, viewerFollowsFamily: 'it has no family' };

export const asTheAdaptation = 'whoever may read the adaptation that it is recorded in';
