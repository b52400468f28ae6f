/** The kind of directory entity that this plugin owns. */
import { entityRef, nameOf, type EntityRef } from '@hub/core/contract';

export const adaptationKind = 'adaptation';
/** Where its page is. */
export const adaptationPage = '/adaptations/:namespace/:name';

/** The reference of a site's adaptation: `adaptation:<site>/<name>`. */
export function adaptationRef(site: EntityRef, name: string): EntityRef {
  return entityRef(adaptationKind, nameOf(site), name);
}

/** The relation, in the directory, of an adaptation to the intervention that it started from. */
export const adaptsRelation = 'adapts';

export const suitabilityKinds = [
  'DATA_AUDIT',
  'STAKEHOLDER_EVENT',
  'CONTEXT_COMPARISON',
  'PATIENT_VOICE',
  'OTHER',
] as const;
/** How a site looked into whether the intervention is right for it. */
export type SuitabilityKind = (typeof suitabilityKinds)[number];

export const benefits = ['SEEN', 'NOT_SEEN', 'TOO_EARLY'] as const;
/** Whether people benefit, as a site says of what it does. */
export type Benefit = (typeof benefits)[number];

/** The list, on an intervention's page, of what came of it elsewhere: other plugins may order it, and add a line to each adaptation. */
export const adoptersList = 'adaptations.adopters';
