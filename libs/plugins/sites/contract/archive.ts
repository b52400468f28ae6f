/** How sites and authors come back as another hub knew them. Whoever restores has checked what is restored. */
import type { Acting, EntityRef } from '@hub/core/contract';

interface ArchivedOrganisation {
  readonly name: string;
  readonly kind: string;
}

export interface ArchivedSite {
  readonly ref: EntityRef;
  readonly name: string;
  readonly careModels: readonly EntityRef[];
  readonly region: string | null;
  readonly tagline: string | null;
  readonly population: { readonly value: number; readonly basis: string } | null;
  readonly populationSegments: readonly string[];
  readonly localities: readonly string[];
  readonly leadOrganisation: ArchivedOrganisation | null;
  readonly partners: readonly ArchivedOrganisation[];
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

/** Somebody who is known only as an author. */
export interface ArchivedPerson {
  readonly ref: EntityRef;
  readonly displayName: string;
}

/** When, and the open transaction. */
export type Restoring = Pick<Acting, 'at' | 'tx'>;

export abstract class SiteArchive {
  /** Adds a site under its own reference. It has no members. */
  abstract restoreSite(at: Restoring, site: ArchivedSite): Promise<void>;
  /** Adds a person under their own reference, without an account: nobody can sign in as them, and they belong nowhere. */
  abstract restorePerson(at: Restoring, person: ArchivedPerson): Promise<void>;
}
