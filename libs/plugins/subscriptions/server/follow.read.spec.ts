import { definePlugin } from '@hub/core/server';
import { followReads, followSchema } from './follow.read';

const models = definePlugin({ id: 'core', kinds: [{ kind: 'care-model', type: 'ModelType', followable: true }] });
const sites = definePlugin({
  id: 'sites',
  kinds: [
    { kind: 'site', type: 'Site', followable: true },
    { kind: 'member', type: 'Member' },
  ],
});
const threads = definePlugin({
  id: 'threads',
  kinds: [{ kind: 'thread', type: 'Thread', followable: true, circles: 'threads.circle' }],
});

it('every followable type has viewerFollow, and no other', () => {
  const schema = followSchema([models, sites]);

  expect(schema.match(/extend type \w+/g)).toEqual(['extend type ModelType', 'extend type Site']);
  expect(schema).not.toContain('ThreadFilter');
  expect(followReads([models, sites]).map(({ type }) => type)).toEqual(['ModelType', 'Site']);
});

it('threads can be filtered by following where there are threads', () => {
  expect(followSchema([models, sites, threads])).toMatch(/extend input ThreadFilter \{[^}]*following: Boolean/);
  expect(followReads([threads]).at(-1)?.filters?.following).toBeDefined();
});
