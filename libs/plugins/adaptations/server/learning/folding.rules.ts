/** Which part of an intervention a site changed, and what the source's draft is once that was taken in. Pure. */
import { badInput } from '@hub/core/server';
import {
  headingOf,
  isSectionKey,
  type Component,
  type InterventionRevision,
  type PartKind,
} from '@hub/plugins/interventions/contract';
import { componentOf, sameComponent, type PartedText } from '../following/following.rules';

export interface PartInput {
  readonly part: PartKind;
  readonly key: string;
  readonly body?: string | null;
  readonly component?: Partial<Component> | null;
}

/** The part under its heading, if the site's text has it otherwise than the version that it follows; null if not. */
export function changeOf(
  part: PartKind,
  key: string,
  { followed, local }: { readonly followed: PartedText; readonly local: PartedText },
): { readonly heading: string } | null {
  if (part === 'SECTION') {
    const bodyIn = (text: PartedText) => text.sections.find((section) => section.key === key)?.body.trim() ?? '';
    return isSectionKey(key) && bodyIn(followed) !== bodyIn(local) ? { heading: headingOf(key) } : null;
  }
  const [before, now] = [followed, local].map((text) => text.components.find((component) => component.key === key));
  if (sameComponent(before ?? null, now ?? null)) return null;
  return { heading: (now ?? before)?.name ?? key };
}

/** What changes in the draft when the part becomes what was given; blank or absent takes it out. Throws BAD_USER_INPUT. */
export function foldedRevision(
  draft: PartedText,
  { part, key, body, component }: PartInput,
): Pick<InterventionRevision, 'sections' | 'components'> {
  if (part === 'SECTION') {
    if (!isSectionKey(key)) throw badInput('input.key', 'There is no section by this name');
    return { sections: [{ key, body: body ?? '' }] };
  }
  const others = draft.components.filter((one) => one.key !== key);
  const made = componentOf(key, component);
  if (!made) return { components: others };
  const at = draft.components.findIndex((one) => one.key === key);
  return { components: others.toSpliced(at === -1 ? others.length : at, 0, made) };
}
