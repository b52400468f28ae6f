/** How another plugin has an intervention made, revised and published: by the same service that people's changes go through. */
import type { Acting, EntityRef, Transaction, Visibility } from '@hub/core/contract';
import type { Component } from './components';
import type { Description } from './description';
import type { NewCredit, TakenIn } from './credits';
import type { InterventionStatus, Maturity } from './kinds';
import type { SectionKey } from './section-items';

export interface SectionText {
  readonly key: SectionKey;
  readonly body: string;
}

/** A section with the heading under which people saw it. */
export interface Section extends SectionText {
  readonly heading: string;
}

/** Facts of an intervention that are no part of its versions and change at once. Months are written 2016-04, days 2016-04-30. */
export interface InterventionFacts {
  /** Numbers of lessons and enablers of the publications. */
  readonly lessons?: readonly number[];
  readonly enablers?: readonly number[];
  readonly contacts?: readonly EntityRef[];
  readonly startedOn?: string | null;
  readonly stoppedOn?: string | null;
  /** The day from which it is due for review. */
  readonly reviewOn?: string | null;
  readonly illustrative?: boolean;
}

export interface NewIntervention {
  readonly site: EntityRef;
  readonly title: string;
  readonly summary: string;
  readonly careModels: readonly EntityRef[];
  readonly maturity: Maturity;
  /** Who sees it once it is published; until then its editors do. */
  readonly visibility: Visibility;
  readonly sections: readonly SectionText[];
  readonly components?: readonly Component[];
  readonly description?: Partial<Description>;
  /** Its name in references and addresses. Made from the title when absent; taken already, it is refused. */
  readonly slug?: string;
  readonly facts?: InterventionFacts;
}

/** What changes. Sections merge by key; one whose text is blank is left out. Components are the whole list. What a description does not name stays. */
export type InterventionRevision = Partial<Omit<NewIntervention, 'site' | 'slug'>> & {
  /** Thanks for changes taken in with this: they come to those that are there. */
  readonly credits?: readonly NewCredit[];
};

export interface PublishedVersion {
  /** Its Node id. */
  readonly id: string;
  readonly number: number;
}

export interface VersionText extends PublishedVersion {
  readonly intervention: EntityRef;
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly Section[];
  readonly components: readonly Component[];
  readonly description: Description;
}

export interface InterventionText {
  readonly ref: EntityRef;
  readonly site: EntityRef;
  readonly status: InterventionStatus;
  readonly revision: number;
  readonly title: string;
  readonly summary: string;
  readonly careModels: readonly EntityRef[];
  readonly maturity: Maturity;
  readonly visibility: Visibility;
  readonly draft: readonly Section[];
  readonly draftComponents: readonly Component[];
  readonly draftDescription: Description;
  readonly currentVersion: PublishedVersion | null;
}

/** The injection token. Callers have asked whether the actor may do it; input rules and missing sections are refused here. */
export abstract class InterventionDrafts {
  /** Makes a draft of a site and gives its reference. */
  abstract createDraft(action: Acting, draft: NewIntervention): Promise<EntityRef>;
  /** Locks it until the transaction ends. Throws NOT_FOUND, and CONFLICT when it is not at the revision. */
  abstract holdDraft(tx: Transaction, intervention: EntityRef, expectedRevision: number): Promise<InterventionText>;
  /** Changes it whatever its revision is. */
  abstract revise(action: Acting, intervention: EntityRef, revision: InterventionRevision): Promise<void>;
  /**
   * Takes one change out again that its next version would be the first to have, with its credit. The text of the part is as it was before,
   * or stays where somebody wrote on it since: then this is false. CONFLICT for a stale draft; BAD_USER_INPUT where no such change waits.
   */
  abstract takeBack(
    action: Acting,
    intervention: EntityRef,
    change: TakenIn,
    expectedRevision: number,
  ): Promise<boolean>;
  /** Makes its next version. Throws BAD_USER_INPUT naming each required section without text and each component without a reason. */
  abstract publishDraft(action: Acting, intervention: EntityRef, changeNote?: string | null): Promise<PublishedVersion>;
  /** Keeps it from being withdrawn until the transaction ends. Throws BAD_USER_INPUT at the path when it is withdrawn already. */
  abstract requireNotWithdrawn(tx: Transaction, intervention: EntityRef, path: string): Promise<void>;
  /** Withdraws what is published, for a reason that everyone who sees it reads. Throws BAD_USER_INPUT where it is not. */
  abstract withdraw(action: Acting, intervention: EntityRef, reason: string, expectedRevision?: number): Promise<void>;
  /** A published version by its Node id, past the access scope; null when there is none. */
  abstract readVersion(tx: Transaction, versionId: string): Promise<VersionText | null>;
  /** An intervention as it is now, past the access scope; null when there is none. */
  abstract readIntervention(tx: Transaction, intervention: EntityRef): Promise<InterventionText | null>;
}
