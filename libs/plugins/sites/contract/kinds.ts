/** The kinds of entity that the sites plugin owns, and how their references are made. */
import { entityRef, kindOfId, type EntityRef } from '@hub/core/contract';

export const siteKind = 'site';
export const memberKind = 'member';
/** One of the 50 real vanguards: history of the programme, never a site of the hub. */
export const vanguardKind = 'vanguard';

/** Where their pages are. */
export const sitePage = '/sites/:name';
export const memberPage = '/members/:name';
export const vanguardPage = '/history/:name';

export const siteRef = (slug: string): EntityRef => entityRef(siteKind, 'network', slug);
export const memberRef = (slug: string): EntityRef => entityRef(memberKind, 'network', slug);
export const vanguardRef = (slug: string): EntityRef => entityRef(vanguardKind, 'history', slug);

/** The site that a person's input names, by its slug or by its reference. */
export function siteNamed(slugOrRef: string): EntityRef {
  return kindOfId(slugOrRef) ? slugOrRef : siteRef(slugOrRef);
}
