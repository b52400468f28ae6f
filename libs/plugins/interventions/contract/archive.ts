/** How an intervention comes back as another hub knew it. Whoever restores it has checked it. */
import type { Acting, EntityRef, Visibility } from '@hub/core/contract';
import type { Component } from './components';
import type { Credit } from './credits';
import type { Description } from './description';
import type { Section } from './drafts';
import type { Maturity } from './kinds';

export interface ArchivedVersion {
  readonly id: string;
  readonly number: number;
  readonly publishedAt: Date;
  readonly publishedBy: EntityRef;
  readonly changeNote: string | null;
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly Section[];
  readonly components: readonly Component[];
  readonly description: Description;
  readonly credits: readonly Credit[];
}

export interface ArchivedIntervention {
  readonly ref: EntityRef;
  readonly site: EntityRef;
  readonly title: string;
  readonly summary: string;
  readonly status: 'PUBLISHED' | 'WITHDRAWN';
  readonly visibility: Visibility;
  readonly maturity: Maturity;
  readonly careModels: readonly EntityRef[];
  readonly lessons: readonly number[];
  readonly enablers: readonly number[];
  readonly contacts: readonly EntityRef[];
  readonly startedOn: string | null;
  readonly stoppedOn: string | null;
  readonly reviewOn: string | null;
  readonly withdrawal: { readonly at: Date; readonly by: EntityRef; readonly reason: string } | null;
  readonly illustrative: boolean;
  /** Oldest first, one at least. */
  readonly versions: readonly ArchivedVersion[];
}

export abstract class InterventionArchive {
  /** Adds it with its versions, under their own ids. It is history: nobody is told. */
  abstract restore(at: Pick<Acting, 'at' | 'tx'>, intervention: ArchivedIntervention): Promise<void>;
}
