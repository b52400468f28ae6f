/** How another plugin has an intervention made, revised and published: by the same service that people's changes go through. */
import type { Acting, EntityRef, Transaction, Visibility } from '@hub/core/contract';
import type { Component } from './components';
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

/** Further facts of an intervention. Months are written 2016-04. */
export interface InterventionFacts {
  readonly problem?: string | null;
  readonly population?: string | null;
  readonly outcomesMeasured?: readonly string[];
  /** Numbers of lessons and enablers of the publications. */
  readonly lessons?: readonly number[];
  readonly enablers?: readonly number[];
  readonly contacts?: readonly EntityRef[];
  readonly startedOn?: string | null;
  readonly stoppedOn?: string | null;
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
  /** Its name in references and addresses. Made from the title when absent; taken already, it is refused. */
  readonly slug?: string;
  readonly facts?: InterventionFacts;
}

/** What changes. Sections merge by key; one whose text is blank is left out. Components are the whole list. */
export type InterventionRevision = Partial<Omit<NewIntervention, 'site' | 'slug'>>;

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
  readonly currentVersion: PublishedVersion | null;
}

/** The injection token. Callers have asked whether the actor may do it; input rules and missing sections are refused here. */
export abstract class InterventionDrafts {
  /** Makes a draft of a site and gives its reference. */
  abstract createDraft(action: Acting, draft: NewIntervention): Promise<EntityRef>;
  /** Changes it whatever its revision is. */
  abstract revise(action: Acting, intervention: EntityRef, revision: InterventionRevision): Promise<void>;
  /** Makes its next version. Throws BAD_USER_INPUT naming each required section without text and each component without a reason. */
  abstract publishDraft(action: Acting, intervention: EntityRef, changeNote?: string | null): Promise<PublishedVersion>;
  /** A published version by its Node id, past the access scope; null when there is none. */
  abstract readVersion(tx: Transaction, versionId: string): Promise<VersionText | null>;
  /** An intervention as it is now, past the access scope; null when there is none. */
  abstract readIntervention(tx: Transaction, intervention: EntityRef): Promise<InterventionText | null>;
}
