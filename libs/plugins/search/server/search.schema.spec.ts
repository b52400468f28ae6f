import { definePlugin } from '@hub/core/server';
import { searchableKinds } from './search.schema';

const plugin = (id: string, ...kinds: [string, string | undefined][]) =>
  definePlugin({ id, kinds: kinds.map(([type, searchKind]) => ({ kind: type.toLowerCase(), type, searchKind })) });

it('the best known kinds come in their usual order, others after them, and what cannot be found is left out', () => {
  const plugins = [
    plugin('notes', ['Note', 'NOTE']),
    plugin('sites', ['Site', 'SITE'], ['Member', 'MEMBER'], ['Vanguard', undefined]),
    plugin('interventions', ['Intervention', 'INTERVENTION']),
  ];

  expect(searchableKinds(plugins)).toBe(
    'extend enum SearchKind { INTERVENTION SITE MEMBER NOTE }\nextend union SearchHit = Intervention | Site | Member | Note',
  );
});

it('without anything to be found it adds nothing', () => {
  expect(searchableKinds([plugin('quiet')])).toBe('');
});
