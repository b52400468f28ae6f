/** What a viewer does themselves to what they may see, and all that the answers give back. */
import { getNamedType, isInputObjectType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Thing } from './furnish';
import { exportsOf } from './gate';
import { inputsFor } from './mutations';
import type { Question } from './knowledge';
import { deepest, fieldText, selectionOf } from './selection';
import { mayReceive, type ViewerKind } from './viewers';

/** Mutations that any member may do, on things that this one may see, and every export; one after the other. */
export function ownActs(schema: GraphQLSchema, things: readonly Thing[], viewer: ViewerKind): Question[] {
  const seen = (type: string) => things.filter((thing) => thing.type === type && mayReceive(viewer, thing.audience));
  const [thread] = seen('Thread');
  const [post] = seen('Post');
  const acts: [string, object][] = [
    ...seen('Intervention').map(({ id }): [string, object] => ['follow', { targetId: id, level: 'WATCHING' }]),
    ['startThread', { title: 'Asking', body: 'Words', modelTypes: ['MCP'], about: seen('Intervention')[0]?.id }],
    ['markThreadRead', { thread: thread?.id }],
    ['markThreadsRead', { filter: { modelTypes: ['MCP'] } }],
    ['reply', { thread: thread?.id, body: 'Words', anonymous: true }],
    ['react', { post: post?.id, kind: 'THANK_YOU', on: true }],
    ['editPost', { post: post?.id, expectedRevision: 9, body: 'Words' }],
    ['markNotificationsRead', { all: true }],
    ['setDefaultRule', { rule: 'threads.written-in', isOn: false }],
    ['setMailSettings', { mailed: 'DAILY', forYou: 'AT_ONCE', day: 'FRIDAY', mostADay: 20 }],
  ];
  return [...acts, ...exportActs(schema, things, viewer)].map(([name, input]) => questionOf(schema, name, input));
}

/** Every mutation that gives a file to keep, of all that the viewer may see. */
function exportActs(schema: GraphQLSchema, things: readonly Thing[], viewer: ViewerKind): [string, object][] {
  const seen = things.filter(({ audience }) => mayReceive(viewer, audience));
  return exportsOf(schema).flatMap((name) => {
    const type = getNamedType(schema.getMutationType()?.getFields()[name]?.args[0]?.type);
    const inputs = isInputObjectType(type) ? inputsFor(type, seen) : [{}];
    return inputs.map((input): [string, object] => [name, input]);
  });
}

function questionOf(schema: GraphQLSchema, name: string, input: object): Question {
  const field = schema.getMutationType()?.getFields()[name];
  const payload = field && getNamedType(field.type);
  if (!field || !isObjectType(payload)) throw new Error(`There is no mutation "${name}".`);
  const inside = Object.values((payload as GraphQLObjectType).getFields()).map((part) =>
    fieldText(part, (levels, target) => selectionOf(target, Math.min(levels, deepest - 2)), deepest - 1),
  );
  return {
    path: `Mutation.${name}`,
    query: `mutation ($input: ${field.args[0]?.type}) { ${name}(input: $input) { __typename ${inside.join(' ')} } }`,
    variables: { input },
  };
}
