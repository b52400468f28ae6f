/** Questions along edges from things: two steps and three, and everything at their ends. */
import { getNamedType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Thing } from './furnish';
import {
  endsFor,
  everyOther,
  groupedBy,
  nodeQuestion,
  oneOfEach,
  onePathOf,
  shareOf,
  type Knowledge,
  type Question,
} from './knowledge';
import { deepest, isNode, levelsOf, pathOf, pathsFrom, type Step } from './selection';

/** Whether two steps go through a part of the thing itself, such as who withdrew it: few things have one of each. */
function isPart([first, last]: readonly Step[]): boolean {
  if (!first || !last || !isObjectType(getNamedType(first.field.type))) return false;
  return levelsOf(first.field) === 1 && !isNode(first.to);
}

function firstAndLastOfEach(things: readonly Thing[]): Thing[] {
  return [...new Set([...oneOfEach(things), ...oneOfEach([...things].reverse())])];
}

/**
 * Paths along edges, each with a share of the edges from its end. Through parts of a thing, from all that the viewer may see of each audience; others
 * from one thing after the other: two steps, each last one at least once (with a stride a share of them), and some of three.
 */
export function pathQuestions(schema: GraphQLSchema, knowledge: Knowledge): Question[] {
  const { things, stride = 1, turn = 0, seen = things } = knowledge;
  const types = [...new Set(things.map(({ type }) => type))]
    .map((name) => schema.getType(name))
    .filter(isObjectType)
    .filter(isNode);
  const [two, three] = [2, 3].map((steps) => types.flatMap((type) => pathsFrom(schema, type, steps, deepest - 1)));
  const some = (paths: readonly Step[][]) => everyOther(paths, onePathOf.twoSteps * stride, turn);
  const parts = groupedBy(two!.filter(isPart), (path) => path.map(fieldOf).join(' ')).flatMap(some);
  const lastSteps = groupedBy(
    two!.filter((path) => !isPart(path)),
    (path) => fieldOf(path[1]!),
  );
  const others = shareOf(lastSteps, stride, turn).flatMap(some);
  const longer = everyOther(three!, onePathOf.threeSteps * stride, turn * stride);
  const thingsOf = (all: readonly Thing[], [first]: readonly Step[]) =>
    all.filter(({ type }) => type === first!.on.name);
  const fromParts = parts.flatMap((path) => {
    const ends = firstAndLastOfEach(thingsOf(seen, path));
    return (ends.length ? ends : thingsOf(things, path).slice(0, 1)).map((thing) => ({ path, thing }));
  });
  const fromOthers = [...others, ...longer].map((path, at) => {
    const each = oneOfEach(thingsOf(things, path));
    return { path, thing: each[at % each.length]! };
  });
  return [...fromParts, ...fromOthers].map(({ path, thing }, at) => pathQuestion(path, thing, at + turn));
}

function pathQuestion(path: readonly Step[], { id }: Thing, turn: number): Question {
  const { on } = path[0]!;
  const name = path.map((step) => step.field.name).join('.');
  const selection = pathOf(on, path, deepest - 1, endsFor(turn));
  return nodeQuestion(id, on, selection, `${on.name}.${name} from`);
}

const fieldOf = ({ on, field }: Step) => `${on.name}.${field.name}`;
