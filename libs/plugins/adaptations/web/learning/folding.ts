/** What somebody who takes a site's change home starts from: three texts of one part, and a first combination. Pure. */
import type { FoldBackInput, PartKind } from '@hub/graphql';
import type { Component } from '@hub/plugins/interventions/contract';
import { askedParts, type AskedPart, type Parted } from '../following/asked-parts';

/**
 * The part in the version that the site follows (base), at the site (theirs) and in the draft (ours); null where the site has it as it
 * was.
 */
export function foldedPart(
  texts: Readonly<Record<'base' | 'theirs' | 'ours', Parted>>,
  part: PartKind,
  key: string,
): AskedPart | null {
  return askedParts(texts).find((one) => one.part === part && one.key === key) ?? null;
}

/** The part as it is sent: a section's text, or a component with another description; nothing where it is to go. */
export function partInput(part: AskedPart, text: string, goes: boolean): Pick<FoldBackInput, 'body' | 'component'> {
  if (goes) return {};
  if (!part.component) return { body: text };
  const { name, core, reason } = part.component satisfies Component;
  return { component: { name, core, reason, description: text } };
}

interface NextText<Credit> {
  readonly currentVersion: { readonly number: number } | null;
  readonly nextVersion: { readonly credits: readonly Credit[] } | null;
}

/** What was taken in and is not published yet. */
export function waitingCredits<Credit extends { readonly number: number }>({
  currentVersion,
  nextVersion,
}: NextText<Credit>): readonly Credit[] {
  const published = currentVersion?.number ?? 0;
  return nextVersion?.credits.filter(({ number }) => number > published) ?? [];
}

/** What is said once a change is out again. */
export function takenOutWords(
  { heading, site }: { readonly heading: string; readonly site: { readonly name: string } },
  textPutBack: boolean,
): string {
  const out = `The change by ${site.name} is out of your next version again.`;
  return textPutBack
    ? `${out} “${heading}” is as it was before.`
    : `${out} Somebody wrote on “${heading}” since, so its text stays as it is. Read it before you publish.`;
}
