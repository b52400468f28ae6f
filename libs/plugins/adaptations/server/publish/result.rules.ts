/** What a site's own version is called until the site names it, and who will see it. Pure. */
import type { Visibility } from '@hub/core/contract';
import { badInput } from '@hub/core/server';
import { publishedTo, visibilityAmong } from '@hub/plugins/interventions/contract';

/** The longest title that an intervention takes. */
const longestTitle = 150;

/** `One-stop breathlessness clinic at Northvale`, cut in the source's part where it would be too long. */
export function resultTitle(sourceTitle: string, siteName: string): string {
  const ending = ` at ${siteName}`;
  const room = longestTitle - ending.length;
  if (sourceTitle.length <= room) return sourceTitle + ending;
  return `${sourceTitle
    .slice(0, Math.max(0, room - 1))
    .toWellFormed()
    .trimEnd()}…${ending}`.slice(0, longestTitle);
}

/** Who will see the result, as an input names it; undefined when it names nobody. Throws BAD_USER_INPUT. */
export function chosenVisibility(word: string | null | undefined): Visibility | undefined {
  if (!word) return undefined;
  const visibility = visibilityAmong(publishedTo, word);
  if (!visibility) throw badInput('input.visibility', 'Choose who can see it: PUBLIC, NETWORK or SITE');
  return visibility;
}
