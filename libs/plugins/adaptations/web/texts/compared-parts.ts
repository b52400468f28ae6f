/** The parts of a comparison: the sections of both texts, and the components that either is made of. Pure. */
import type { Component } from '@hub/plugins/interventions/contract';
import type { Difference } from '@hub/ui';
import { wordsOf } from '../following/asked-parts';

export interface ComparedPart {
  readonly key: string;
  readonly heading: string;
  readonly source: string;
  readonly local: string;
  readonly change: Difference;
  /** Of a component: its key in the changes that name it. */
  readonly component?: string;
}

/** Each component that either text has, ours first. Empty where the site has no text of its own. */
export function comparedComponents(source: readonly Component[], local: readonly Component[] | null): ComparedPart[] {
  if (!local) return [];
  const added = source.filter(({ key }) => !local.some((one) => one.key === key));
  return [...local, ...added].map(({ key, name }) => {
    const find = (list: readonly Component[]) => list.find((one) => one.key === key);
    const [before, now] = [find(source), find(local)];
    const texts = { source: before ? wordsOf(before) : '', local: now ? wordsOf(now) : '' };
    const heading = (before ?? now)?.core ? `${name} (core)` : name;
    return { ...texts, key: `component-${key}`, component: key, heading, change: changeOf(texts) };
  });
}

function changeOf({ source, local }: Pick<ComparedPart, 'source' | 'local'>): Difference {
  if (source === local) return 'SAME';
  if (source === '') return 'ADDED';
  return local === '' ? 'REMOVED' : 'CHANGED';
}

/** "3 of 10 parts differ": sections, and components where there are any. */
export function differingWords(parts: readonly ComparedPart[]): string {
  const differing = parts.filter(({ change }) => change !== 'SAME').length;
  const [one, many] = parts.some(({ component }) => component) ? ['part', 'parts'] : ['section', 'sections'];
  return `${differing} of ${parts.length} ${parts.length === 1 ? one : many} ${differing === 1 ? 'differs' : 'differ'}.`;
}
