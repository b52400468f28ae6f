/** The checks of a list of plugins: each refuses what it is there for, and names it. */
import { domainEvent, extensionPoint } from '@hub/core/contract';
import { Entity, PrimaryColumn } from 'typeorm';
import { permission, anyMember } from '../access/permission';
import { checkSchema } from '../graphql/check-schema';
import { composeSchema } from '../graphql/compose-schema';
import { column, list, readModel } from '../read/model';
import { ReadModels } from '../read/models';
import { checkPlugins } from './check';
import { corePlugin } from './core-plugin';
import { contribute, definePlugin, type ServerPlugin } from './define';

const point = extensionPoint<object>('base', 'things');
class Something {}

@Entity({ schema: 'base', name: 'thing' })
class ThingRecord {
  @PrimaryColumn({ type: 'text' }) ref: string;
}

@Entity({ schema: 'base', name: 'thing' })
class Taken {
  @PrimaryColumn({ type: 'text' }) ref: string;
}
const nothing = { handle: () => Promise.resolve() };
class Scheduled {
  run = nothing.handle;
}
class Handler {
  handle = nothing.handle;
}

const base = definePlugin({
  id: 'base',
  kinds: [{ kind: 'thing', type: 'Thing' }],
  records: [ThingRecord],
  schema: `
    type Thing implements Node { id: ID! name: String! }
    extend type Query { things: [Thing!]! @public }`,
  reads: [
    readModel({ type: 'Thing', source: 'base.thing', kind: 'thing', guard: 'ref', fields: { name: column('name') } }),
  ],
  roots: { things: list('Thing', {}) },
  permissions: [permission('things.edit', anyMember, 'Members edit things')],
  events: [domainEvent<object>()('thing.made')],
  schedules: [{ name: 'base.nightly', when: { at: '01:00' }, work: Scheduled }],
  offers: [point],
});

function refusal(...plugins: ServerPlugin[]): string {
  try {
    const all = [corePlugin, ...plugins];
    checkPlugins(all);
    const models = new ReadModels(
      all.flatMap((plugin) => plugin.reads ?? []),
      all.flatMap((plugin) => [...(plugin.readExtensions ?? []), ...(plugin.composedReads?.(all) ?? [])]),
    );
    checkSchema(composeSchema(all).schema, all, models);
    return 'none';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const second = (plugin: Partial<ServerPlugin>) => definePlugin({ id: 'second', ...plugin });

it('takes a list in which everything fits', () => {
  expect(refusal(base, second({ needs: ['base'], contributes: [contribute(point, Something)] }))).toBe('none');
});

describe('a list is refused for', () => {
  it.each<[string, Partial<ServerPlugin>, RegExp]>([
    ['an unknown need', { needs: ['elsewhere'] }, /"second" needs "elsewhere"/],
    ['a kind that exists', { kinds: [{ kind: 'thing', type: 'Other' }] }, /kind "thing" .* exists already in "base"/],
    [
      'a permission that exists',
      { permissions: [permission('things.edit', anyMember, 'x')] },
      /permission "things.edit"/,
    ],
    ['a table that exists', { records: [Taken] }, /table "base.thing" .* exists already in "base"/],
    ['a domain event that exists', { events: [domainEvent<object>()('thing.made')] }, /domain event "thing.made"/],
    [
      'a schedule that exists',
      { schedules: [{ name: 'base.nightly', when: { at: '02:00' }, work: Scheduled }] },
      /schedule "base.nightly"/,
    ],
    ['a root read that exists', { roots: { things: list('Thing', {}) } }, /root read "things"/],
    [
      'a root field that exists',
      { schema: 'extend type Query { things: Int @public }' },
      /"second" does not fit: Field "Query.things" already exists/,
    ],
    ['a type that exists', { schema: 'type Thing { id: ID! }' }, /"second" does not fit: .*"Thing"/],
    [
      'a point of a plugin it neither needs nor uses',
      { contributes: [contribute(point, Something)] },
      /without needing or using "base"/,
    ],
    [
      'a point that nobody offers',
      { needs: ['base'], contributes: [contribute(extensionPoint('base', 'gone'), Something)] },
      /"base.gone", which nobody offers/,
    ],
    ['offering the point of another', { offers: [extensionPoint('base', 'other')] }, /belongs to "base"/],
    [
      'handling what nobody declares',
      { handlers: [{ event: 'thing.lost', handler: Handler }] },
      /"thing.lost", which nobody declares/,
    ],
    [
      'extending a type of a plugin it does not need',
      { schema: 'extend type Thing { size: Int }' },
      /extends "Thing" of "base"/,
    ],
    [
      'a root field without an access directive',
      { schema: 'extend type Query { open: Int }' },
      /"Query.open" has no access directive/,
    ],
    [
      'a root field with two access directives',
      { schema: 'extend type Query { open: Int @public @scoped }' },
      /"Query.open" has no access directive/,
    ],
    [
      'an unknown permission',
      { schema: 'extend type Mutation { go: Int @allow(to: "things.fly") }' },
      /"things.fly", which nobody declares/,
    ],
    ['a query without a read', { schema: 'extend type Query { open: Int @public }' }, /"Query.open" has no resolver/],
    [
      'a mutation without a resolver',
      { schema: 'extend type Mutation { go: Int @scoped }' },
      /"Mutation.go" has no resolver/,
    ],
    [
      'a live field that nothing feeds',
      { schema: 'extend type Subscription { heard: Int @scoped }' },
      /"Subscription.heard" has no resolver/,
    ],
    [
      'a read of a root field that the schema lacks',
      { roots: { lost: list('Thing', {}) } },
      /reads the root field "lost"/,
    ],
    [
      'a field of a type without a read',
      { needs: ['base'], schema: 'extend type Thing { size: Int }' },
      /"Thing.size" has no resolver and no read/,
    ],
    ['a type without a read model', { schema: 'type Stray { size: Int }' }, /type "Stray" has no read model/],
    [
      'a title that may hold what cannot be seen',
      { schema: 'input TitleInput { title: String @text(max: 9) }' },
      /"TitleInput.title" is a title or a name/,
    ],
    ['a text input without a maximum', { schema: 'input Loose { text: String }' }, /"Loose.text" states no maximum/],
    [
      'a text of a mutation that nobody has decided to guard or not',
      {
        schema:
          'input SayInput { words: String! @text(max: 9) } type SayPayload { done: Boolean } extend type Mutation { say(input: SayInput!): SayPayload @scoped }',
        resolvers: [Something],
      },
      /"SayInput.words" does not say if it is guarded/,
    ],
    ['a schema that cannot be read', { schema: 'type {' }, /schema of plugin "second" cannot be read/],
  ])('%s', (_what, plugin, message) => {
    expect(refusal(base, second(plugin))).toMatch(message);
  });
});

it('a plugin that is used but left out takes nothing with it', () => {
  const contributes = [contribute(extensionPoint('absent', 'things'), Something)];

  expect(refusal(second({ uses: ['absent'], contributes }))).toBe('none');
  expect(refusal(second({ contributes }))).toMatch(/without needing or using "absent"/);
});
