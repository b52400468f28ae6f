/** Rules for one value of a family: what it names is in the file, belongs where it says, and happened at a time. Pure. */
import { nameOf, parseEntityRef } from '@hub/core/contract';
import type { Fault } from './file-check';

/** What is in the file. */
export interface Known {
  readonly ids: ReadonlySet<string>;
  /** Of each version its intervention and its number. */
  readonly versions: ReadonlyMap<string, { readonly intervention: string; readonly number: number }>;
}

export function absent(id: string, place: string, ids: ReadonlySet<string>): Fault[] {
  return ids.has(id) ? [] : [{ place, message: `${id} is not in the file` }];
}

export function named(id: string | null, place: string, ids: ReadonlySet<string>): Fault[] {
  if (id === null) return [{ place, message: 'Nobody is named here. Export the file again, signed in' }];
  return absent(id, place, ids);
}

/** What belongs to a site has its name in its id. */
export function ownedBy(id: string, site: string, place: string): Fault[] {
  if (parseEntityRef(id)?.namespace === nameOf(site)) return [];
  return [{ place, message: `${id} does not belong to ${site}` }];
}

export function moment(text: string, place: string): Fault[] {
  const at = Date.parse(text);
  return !Number.isNaN(at) && new Date(at).toISOString() === text ? [] : [{ place, message: 'There is no such time' }];
}
