/** The rows of a comparison: the profile of two sites, then what helps and hinders, then skills. */
import type { ReactNode } from 'react';
import type { SiteProfileFragment } from '../site-parts.generated';
import { presenceWords, sentenceCase } from '../words';
import { profileRows } from './profile-rows';

export interface ComparedRow {
  readonly name: string;
  /** Null where it is not known. */
  readonly theirs: ReactNode;
  readonly ours: ReactNode;
}

export interface ComparedGroup {
  readonly heading: string;
  readonly rows: readonly ComparedRow[];
}

/** Every row that either site has something for; the facts of the profile always. */
export function comparedGroups(theirs: SiteProfileFragment, ours: SiteProfileFragment): ComparedGroup[] {
  const facts = profileRows.map(({ name, value }) => ({ name, theirs: value(theirs), ours: value(ours) }));
  const context = pairs(theirs.contextFactors, ours.contextFactors, ({ present, note }) =>
    withNote(presenceWords(present), note),
  );
  const skills = pairs(theirs.engineRoom, ours.engineRoom, ({ covered, note }) =>
    withNote(covered ? 'Yes' : 'No', note),
  );
  return [
    { heading: 'The sites', rows: facts },
    { heading: 'What helps and what hinders', rows: context },
    { heading: 'Skills in the team', rows: skills },
  ].filter(({ rows }) => rows.length > 0);
}

interface Keyed {
  readonly key: string;
  readonly name: string;
}

function pairs<Item extends Keyed>(
  theirs: readonly Item[],
  ours: readonly Item[],
  words: (item: Item) => string,
): ComparedRow[] {
  const all = [...theirs, ...ours.filter(({ key }) => !theirs.some((item) => item.key === key))];
  const said = (items: readonly Item[], key: string) => {
    const item = items.find((each) => each.key === key);
    return item ? words(item) : null;
  };
  return all.map(({ key, name }) => ({ name: sentenceCase(name), theirs: said(theirs, key), ours: said(ours, key) }));
}

function withNote(words: string, note: string | null): string {
  return note ? `${words}. ${note}` : words;
}
