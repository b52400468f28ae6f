/** To whom a published intervention can be shown, and which changes of that are told of. Pure. */
import type { Visibility } from '@hub/core/contract';
import { badInput } from '@hub/core/server';
import { visibilityAmong } from '@hub/plugins/interventions/contract';

/** Why COMMUNITY is not among the choices. */
export const notInACommunity =
  'It belongs to a site, whose people would lose sight of it, and cannot be kept in a community';

/** The visibility that an input names, or undefined when it names none. Throws BAD_USER_INPUT for what is not among the choices. */
export function chosenVisibility(
  word: string | null | undefined,
  choices: readonly Visibility[],
): Visibility | undefined {
  if (!word) return undefined;
  const visibility = visibilityAmong(choices, word);
  if (visibility) return visibility;
  const words = choices.map((choice) => choice.toUpperCase()).join(', ');
  const why = word === 'COMMUNITY' ? `${notInACommunity}. ` : '';
  throw badInput('input.visibility', `${why}Choose who can see it: ${words}`);
}

/** Whether a change of who can see it belongs in the audit log: every one but the ordinary opening of a draft to the network. */
export function isToldOf(from: Visibility, to: Visibility): boolean {
  return from !== to && !(from === 'draft' && to === 'network');
}
