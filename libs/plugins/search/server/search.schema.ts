/** The part of the schema that depends on the list of plugins: what can be found. */
import type { ServerPlugin } from '@hub/core/server';

/** The order in which the best known kinds are named; others follow in list order. */
const namedFirst = ['INTERVENTION', 'ADAPTATION', 'THREAD', 'SITE', 'MEMBER'];

/** The values of SearchKind and the members of SearchHit, one for each searchable kind. */
export function searchableKinds(plugins: readonly ServerPlugin[]): string {
  const kinds = plugins
    .flatMap((plugin) => plugin.kinds ?? [])
    .flatMap(({ searchKind, type }) => (searchKind ? [{ searchKind, type }] : []))
    .sort((a, b) => place(a.searchKind) - place(b.searchKind));
  if (kinds.length === 0) return '';
  return [
    `extend enum SearchKind { ${kinds.map((kind) => kind.searchKind).join(' ')} }`,
    `extend union SearchHit = ${kinds.map((kind) => kind.type).join(' | ')}`,
  ].join('\n');
}

function place(searchKind: string): number {
  const at = namedFirst.indexOf(searchKind);
  return at < 0 ? namedFirst.length : at;
}
