/** How other plugins add people and sites, and say who belongs where: by the same services that the demonstration is loaded with. */
import type { Acting, EntityRef, NetworkRole, Transaction } from '@hub/core/contract';
import type { SiteRole } from './roles';

/** A person who is new to the hub. Their reference is made up: it says nothing of them and never changes. */
export interface NewPerson {
  readonly displayName: string;
  readonly roleTitle: string | null;
}

/** A site that is new to the hub. */
export interface NewPlace {
  readonly slug: string;
  readonly name: string;
  readonly region: string | null;
  readonly tagline: string | null;
  readonly careModels: readonly EntityRef[];
}

/** Somebody's place at a site. */
export interface Membership {
  readonly member: EntityRef;
  readonly site: EntityRef;
  readonly siteName: string;
  readonly role: SiteRole;
}

export abstract class Members {
  /** Adds a person whom the network can see, with an account. Gives their reference. */
  abstract addPerson(tx: Transaction, person: NewPerson, at: Date): Promise<EntityRef>;

  /** Makes somebody a member of a site in a role. Does nothing but change the role when they are one already. */
  abstract join(acting: Acting, member: EntityRef, site: EntityRef, role: SiteRole): Promise<void>;

  /** Changes a member's role. BAD_USER_INPUT when it would leave the site without a lead; NOT_FOUND when they are no member. */
  abstract changeRole(acting: Acting, member: EntityRef, site: EntityRef, role: SiteRole): Promise<void>;

  /** Ends a membership: sight of the site's content ends at once. BAD_USER_INPUT when it would leave the site without a lead. */
  abstract leave(acting: Acting, member: EntityRef, site: EntityRef): Promise<void>;

  /** Gives or takes roles in the whole network. What `told` says beside them is kept in the audit log. */
  abstract setNetworkRoles(
    acting: Acting,
    member: EntityRef,
    roles: readonly NetworkRole[],
    told?: Readonly<Record<string, unknown>>,
  ): Promise<void>;

  /** Who belongs where, in which role: of all members, or of one. */
  abstract memberships(tx: Transaction, of?: EntityRef): Promise<Membership[]>;

  /** Takes everything that says who somebody is from their profile, ends their memberships, and leaves "Former member" in its place. */
  abstract anonymise(acting: Acting, member: EntityRef): Promise<void>;
}

/** What a site says of itself, as one site can be compared with another. What it has not said is null, or an empty list. */
export interface SiteProfile {
  readonly name: string;
  readonly region: string | null;
  readonly careModels: readonly EntityRef[];
  readonly population: { readonly value: number; readonly basis: string } | null;
  readonly populationSegments: readonly string[];
  readonly leadOrganisation: { readonly kind: string } | null;
  readonly partners: readonly { readonly kind: string }[];
  readonly contextFactors: readonly {
    readonly key: string;
    readonly name: string;
    readonly present: 'YES' | 'PARTLY' | 'MIXED' | 'NO';
  }[];
  readonly priorHistory: readonly { readonly initiative: string }[];
}

export abstract class Sites {
  /** What a site of this name would be called in addresses. BAD_USER_INPUT when there is a site of that name, or of one that looks like it. */
  abstract slugFor(tx: Transaction, name: string): Promise<string>;

  /** Adds a site that anyone may see. Gives its reference. CONFLICT when the name is taken. */
  abstract addPlace(acting: Acting, place: NewPlace): Promise<EntityRef>;

  /** What a site says of itself now, past the access scope. Throws where there is no such site. */
  abstract profileOf(tx: Transaction, site: EntityRef): Promise<SiteProfile>;
}
