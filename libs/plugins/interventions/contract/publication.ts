/** To whom a published intervention can be shown. */
import { extensionPoint, type Acting, type EntityRef, type Visibility } from '@hub/core/contract';
import type { PublishedVersion } from './drafts';

/** What goes with a version when it is published: done in the same transaction, and part of what it says for good. */
export interface PublishedWith {
  /** May refuse by throwing BAD_USER_INPUT: nothing is published then. */
  publish(acting: Acting, intervention: EntityRef, version: PublishedVersion): Promise<void>;
}

export const publishedWith = extensionPoint<PublishedWith>('interventions', 'published-with');

/** What can be chosen when it is published. */
export const publishedTo: readonly Visibility[] = ['public', 'network', 'site'];
/** What can be chosen afterwards: what others build on is not taken back into one site. */
export const reopenedTo: readonly Visibility[] = ['public', 'network'];

/** The visibility that the API's word names, if it is among the choices. */
export function visibilityAmong(choices: readonly Visibility[], word: string): Visibility | undefined {
  return choices.find((choice) => choice.toUpperCase() === word);
}
