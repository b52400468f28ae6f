/** The publications' names for what a site is like: context factors, skills, groups of people, kinds of organisation. */
import reference from './reference/context-factors.json' with { type: 'json' };

export interface NamedThing {
  readonly slug: string;
  readonly name: string;
  readonly description: string | null;
}

/** Something about a place that helps or hinders, with the question that a site asks itself about it. */
export interface ContextFactor extends NamedThing {
  readonly kind: string;
  readonly question: string;
}

export const contextFactors: readonly ContextFactor[] = reference.contextFactors;
export const engineRoomSkills: readonly NamedThing[] = reference.engineRoomSkills;
export const populationSegments: readonly NamedThing[] = reference.populationSegments;
export const organisationKinds: readonly NamedThing[] = reference.partnerOrganisationKinds;
export const professionalGroups: readonly NamedThing[] = reference.professionalGroups;

/** The name of one of a list of named things. Throws for a slug that is not in the list. */
export function nameIn(things: readonly NamedThing[], slug: string): string {
  const found = things.find((thing) => thing.slug === slug);
  if (!found) throw new Error(`Nothing is called "${slug}" in this list of the reference data.`);
  return found.name;
}
