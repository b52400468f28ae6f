/** What the hub says is there now to those who changed an intervention on an older revision: `current` of CONFLICT. */
import type { EntityRef } from '@hub/core/contract';
import type { Component } from './components';
import type { Description } from './description';
import type { Section } from './drafts';
import type { Maturity } from './kinds';

export interface InterventionNow {
  readonly revision: number;
  readonly title: string;
  readonly summary: string;
  /** Codes, such as `EHCH`. */
  readonly modelTypes: readonly string[];
  readonly maturity: Maturity;
  /** Who sees it once it is published, as the API says it. */
  readonly visibility: string;
  readonly sections: readonly Section[];
  readonly components: readonly Component[];
  readonly description: Description;
  readonly lessons: readonly number[];
  readonly enablers: readonly number[];
  readonly contacts: readonly EntityRef[];
  readonly startedOn: string | null;
  readonly stoppedOn: string | null;
  readonly reviewOn: string | null;
}

/** Reads the `current` of a CONFLICT about an intervention: the hub that sent it wrote it in this very form. */
export function interventionNow(current: object): InterventionNow {
  return current as InterventionNow;
}
