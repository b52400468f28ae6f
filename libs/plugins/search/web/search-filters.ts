/** The filters of search: how they stand in the address, what they ask for, and how many hits each choice has. */
import enablers from '@hub/core/contract/reference/enablers.json' with { type: 'json' };
import lessons from '@hub/core/contract/reference/lessons.json' with { type: 'json' };
import type { SearchFilter, SearchKind } from '@hub/graphql';
import { chosenDays, stateWords, startOfDay, type DayFilter, type Filter } from '@hub/ui';

interface Count {
  readonly filter: SearchFilter;
  readonly value: string;
  readonly count: number;
  readonly orMore: boolean;
}

type Words = (value: string) => string;

const kinds: Readonly<Record<string, string>> = {
  INTERVENTION: 'Interventions',
  ADAPTATION: 'Adaptations',
  THREAD: 'Discussions',
  SITE: 'Sites',
  MEMBER: 'People',
  EVALUATION: 'Evaluations',
};

/** The filters in the order of the page: their names in the address, and the words for their values. */
const filters: readonly { name: string; label: string; filter: SearchFilter; words: Words }[] = [
  { name: 'kind', label: 'Kind', filter: 'KIND', words: (value) => kinds[value] ?? capital(value) },
  { name: 'model', label: 'Care model', filter: 'MODEL_TYPE', words: (value) => value },
  { name: 'stage', label: 'How far it got', filter: 'STAGE', words: stateWords },
  { name: 'tag', label: 'Tag', filter: 'TAG', words: (value) => value },
  {
    ...{ name: 'lesson', label: 'Lesson', filter: 'LESSON' },
    words: (value) => lessons.lessons.find(({ number }) => String(number) === value)?.title ?? value,
  },
  {
    ...{ name: 'enabler', label: 'Support', filter: 'ENABLER' },
    words: (value) => enablers.enablers.find(({ number }) => String(number) === value)?.name ?? value,
  },
];

/** A kind as SearchKind names it. */
export const searchKindOf = (kind: string): string => kind.toUpperCase().replaceAll('-', '_');

/** Days by which results are narrowed. */
export const searchDays: readonly DayFilter[] = [
  { name: 'from', label: 'Changed on this day or later' },
  { name: 'to', label: 'Changed on this day or earlier' },
];

/** Every value that has hits, with their number, and those that the address asks for besides. */
export function searchFilters(counts: readonly Count[], search: string): Filter[] {
  const asked = new URLSearchParams(search);
  return filters.flatMap(({ name, label, filter, words }) => {
    const counted = counts.filter((count) => count.filter === filter);
    const others = asked.getAll(name).filter((value) => !counted.some((count) => count.value === value));
    const choices = [
      ...counted.map(({ value, count, orMore }) => ({
        value,
        label: `${words(value)} (${count.toLocaleString('en-GB')}${orMore ? ' or more' : ''})`,
      })),
      ...[...new Set(others)].map((value) => ({ value, label: words(value) })),
    ];
    return choices.length > 0 ? [{ name, label, choices }] : [];
  });
}

/** What the address asks for, as the hub is asked. `known` are the kinds that there are. */
export function narrowingIn(search: string, known: readonly string[]) {
  const asked = new URLSearchParams(search);
  const of = (name: string) => [...new Set(asked.getAll(name))].slice(0, 10);
  const numbers = (name: string) => of(name).map(Number).filter(Number.isInteger);
  const days = chosenDays(searchDays, search);
  const [from] = days.from ?? [];
  const [to] = days.to ?? [];
  return {
    ...present(
      'kinds',
      of('kind').filter((kind): kind is SearchKind => known.includes(kind)),
    ),
    ...present('modelTypes', of('model')),
    ...present('stages', of('stage')),
    ...present('tags', of('tag')),
    ...present('lessons', numbers('lesson')),
    ...present('enablers', numbers('enabler')),
    ...(from ? { changedFrom: startOfDay(from) } : {}),
    ...(to ? { changedBefore: startOfDay(to, 1) } : {}),
  };
}

/** Whether anything is chosen. */
export function isNarrowed(search: string, known: readonly string[]): boolean {
  return Object.keys(narrowingIn(search, known)).length > 0;
}

function present<Name extends string, Value>(name: Name, values: readonly Value[]): { [K in Name]?: Value[] } {
  return values.length > 0 ? ({ [name]: [...values] } as { [K in Name]?: Value[] }) : {};
}

function capital(kind: string): string {
  const text = kind.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
