/** The kind of entity that the interventions plugin owns, and its other Node ids. */
import { entityRef, nameOf, rowIdOf, type EntityRef } from '@hub/core/contract';

export const interventionKind = 'intervention';
/** Where its page is. */
export const interventionPage = '/interventions/:name';
/** The list of them all, as plugins that offer something for it name it. */
export const interventionsList = 'interventions.all';
/** Versions are no directory entities: their ids are `version:<uuid>`. */
export const versionIdPrefix = 'version';

/** The reference of a site's intervention. Its name is unique in the whole hub. */
export function interventionRef(site: EntityRef, name: string): EntityRef {
  return entityRef(interventionKind, nameOf(site), name);
}

export const versionId = (uuid: string): string => `${versionIdPrefix}:${uuid}`;
/** The uuid in a version's id, or null when it is the id of something else. */
export const versionUuid = (id: string): string | null => rowIdOf(versionIdPrefix, id);

export const maturities = ['IDEA', 'TESTING', 'RUNNING', 'STOPPED'] as const;
export type Maturity = (typeof maturities)[number];

export const interventionStatuses = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const;
export type InterventionStatus = (typeof interventionStatuses)[number];
