/** Proof that somebody still is who they were a moment ago: a condition that stands in the very statement that reads for them. */
import type { Viewer } from '@hub/core/contract';

/** The parameters of the viewer as the statement takes them to be: each is made when it is asked for. */
export interface TakenViewer {
  readonly ref: string;
  readonly keys: string;
  readonly session: string;
}

/** How a credential proves it; statements are compiled once for each way. */
export interface WayToProve {
  readonly name: string;
  /** An SQL query of one boolean, or of no row where nothing holds. `value` makes the parameter of one of the proof's values. */
  sql(viewer: TakenViewer, value: (at: number, cast: string) => string): string;
}

export interface Proof {
  readonly way: WayToProve;
  readonly values: readonly unknown[];
}

/** Who asks as they were lately, and how the statement that reads proves that they still are; without a proof it is who they are. */
export interface Presumed {
  readonly viewer: Viewer;
  readonly proof: Proof | null;
}
