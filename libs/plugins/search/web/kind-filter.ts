/** The kinds that can be searched for, as a filter: those that some plugin shows results of. */
import type { Filter } from '@hub/ui';

const words: Readonly<Record<string, string>> = {
  intervention: 'Interventions',
  adaptation: 'Adaptations',
  thread: 'Discussions',
  site: 'Sites',
  member: 'People',
};

/** A filter named `kind` whose values are the API's; kinds without words of their own are named as they are. */
export function kindFilter(kinds: readonly string[]): Filter {
  const choices = kinds.map((kind) => ({
    value: kind.toUpperCase().replaceAll('-', '_'),
    label: words[kind] ?? capital(kind),
  }));
  return { name: 'kind', label: 'Kind', choices };
}

function capital(kind: string): string {
  const text = kind.replaceAll('-', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
