/** What things bear on, as something that can be followed: lessons and enablers of the publications, and the words of members. */
import { entityRef, type EntityRef } from './entity-ref';

export const tagKind = 'tag';
/** Where its page is. */
export const tagPage = '/tags/:name';

export const lessonTag = (number: number): EntityRef => entityRef(tagKind, 'network', `lesson-${number}`);
export const enablerTag = (number: number): EntityRef => entityRef(tagKind, 'network', `enabler-${number}`);
