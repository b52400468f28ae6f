/** To whom a published intervention can be shown. */
import type { Visibility } from '@hub/core/contract';

/** What can be chosen when it is published. */
export const publishedTo: readonly Visibility[] = ['public', 'network', 'site'];
/** What can be chosen afterwards: what others build on is not taken back into one site. */
export const reopenedTo: readonly Visibility[] = ['public', 'network'];

/** The visibility that the API's word names, if it is among the choices. */
export function visibilityAmong(choices: readonly Visibility[], word: string): Visibility | undefined {
  return choices.find((choice) => choice.toUpperCase() === word);
}
