/** How one signs in to a hub that has just started, in one sentence. */
import type { Settings } from '@hub/core/server';

/** The sentence, or undefined where the launcher's own is right: a demonstration with members to choose from. */
export function signInSentence({ demonstration }: Settings, empty: boolean): string | undefined {
  if (!demonstration) return 'demonstration sign-in is off; a hub without it has no members yet';
  return empty ? 'there is nobody to sign in as: the hub was started empty' : undefined;
}
