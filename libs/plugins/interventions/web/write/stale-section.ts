/** What to do when a section was written on an older revision than the hub has now. */

interface Current {
  readonly revision: number;
  readonly title: string;
  readonly summary: string;
  readonly sections: readonly { readonly key: string; readonly body: string }[];
}

/** What is there now, as the server tells it with CONFLICT; null when it does not. */
export function currentIn(extensions: Readonly<Record<string, unknown>>): Current | null {
  const current = extensions['current'];
  if (typeof current !== 'object' || current === null) return null;
  const { revision, title, summary, sections } = current as Partial<Current>;
  if (typeof revision !== 'number' || !Array.isArray(sections)) return null;
  return { revision, title: title ?? '', summary: summary ?? '', sections };
}

interface Texts {
  /** What was there when the writing began. */
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Sections merge by key, so a change of another section is no reason to ask: `save` goes ahead on the new revision. Only when
 * this very text was changed to something else does the writer have to `choose`.
 */
export function resolveStale({ base, mine, theirs }: Texts): 'save' | 'choose' {
  return theirs === base || theirs === mine ? 'save' : 'choose';
}
