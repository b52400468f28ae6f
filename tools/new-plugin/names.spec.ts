/** What a new plugin is called. */
import { withPlugin } from './lists.mjs';
import { badId, namesFor } from './names.mjs';

it.each([
  ['site-visits', 'site-visit', 'site-visits'],
  ['story', 'story', 'stories'],
  ['stories', 'story', 'stories'],
  ['boxes', 'box', 'boxes'],
  ['process', 'process', 'processes'],
  ['status', 'status', 'statuses'],
  ['days', 'day', 'days'],
])('%s has the kind %s and the page /%s', (id, kind, many) => {
  expect(namesFor(id, 0)).toMatchObject({ id, kind, many });
});

it('names types, tables and search kinds in their own styles', () => {
  expect(namesFor('site-visits', 0)).toMatchObject({
    plugin: 'siteVisits',
    Type: 'SiteVisit',
    KIND: 'SITE_VISIT',
    schema: 'site_visits',
    ManyWords: 'Site visits',
  });
});

it.each([undefined, '', 'Visits', 'site_visits', 'visits2', '-visits', 'site--visits', 'a'.repeat(31), 'assets'])(
  'refuses %p in one sentence',
  (id) => expect(badId(id)).toMatch(/^[^\n]+\.$/),
);

it('a list of plugins takes an import in its place and a line at the end', () => {
  const list = `import type { ServerPlugin } from '@hub/core/server';
import { aPlugin } from '@hub/plugins/a/server';
import { cPlugin } from '@hub/plugins/c/server';

export const plugins: readonly ServerPlugin[] = [
  cPlugin,
  aPlugin,
];
`;
  const longer = withPlugin(withPlugin(list, { id: 'b', side: 'server', name: 'bPlugin' }), {
    id: 'd',
    side: 'server',
    name: 'dPlugin',
  });

  expect(longer.match(/plugins\/.\/server/g)).toEqual(['a', 'b', 'c', 'd'].map((id) => `plugins/${id}/server`));
  expect(longer).toContain('  aPlugin,\n  bPlugin,\n  dPlugin,\n];');
});

it('refuses a file that is no list of plugins', () => {
  expect(() => withPlugin('nothing', { id: 'b', side: 'web', name: 'bWebPlugin' })).toThrow('no list');
});
