/** What is there now, as CONFLICT tells those who wrote on an older revision. */
import type { Described } from './description-parts';

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

/** What is described now; null when CONFLICT does not tell. */
export function describedIn(
  extensions: Readonly<Record<string, unknown>>,
): (Described & { readonly revision: number }) | null {
  const current = extensions['current'];
  if (typeof current !== 'object' || current === null) return null;
  const { revision, components, description } = current as Partial<Described> & { readonly revision?: number };
  return typeof revision === 'number' && components && description ? { revision, components, description } : null;
}

export interface Facts {
  readonly lessons: readonly number[];
  readonly enablers: readonly number[];
  readonly contacts: readonly string[];
  readonly reviewOn: string;
}

/** The facts now; null when CONFLICT does not tell. */
export function factsIn(extensions: Readonly<Record<string, unknown>>): (Facts & { readonly revision: number }) | null {
  const current = extensions['current'];
  if (typeof current !== 'object' || current === null) return null;
  const { revision, lessons, enablers, contacts, reviewOn } = current as Partial<Facts> & {
    readonly revision?: number;
  };
  if (typeof revision !== 'number' || !lessons || !enablers || !contacts) return null;
  return { revision, lessons, enablers, contacts, reviewOn: reviewOn ?? '' };
}
