/** Selections made from the schema: every leaf of a type, and paths along its edges as far as the limits let them go. */
import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** What the hub lets one operation ask: the deepest leaf, and some room below its limit of tokens. */
export const deepest = 10;
const rowsOfAPage = 4;

/** Arguments that a nested field cannot do without. */
const neededArguments: Readonly<Record<string, string>> = {
  position: '1',
  number: '1',
  code: '"MCP"',
  site: '"tollbridge"',
  ended: 'false',
  named: '"care"',
};

export type Field = GraphQLField<unknown, unknown>;

/** One step along an edge: the type on which it stands, the field, and the type that it leads to. */
export interface Step {
  readonly on: GraphQLObjectType;
  readonly field: Field;
  readonly to: GraphQLObjectType;
}

/** The object types that a field can lead to, through connections. */
export function targetsOf(schema: GraphQLSchema, field: Field): readonly GraphQLObjectType[] {
  const type = getNamedType(field.type);
  if (isConnection(type)) return targetsOf(schema, nodeOf(type));
  if (isInterfaceType(type) || isUnionType(type)) return schema.getPossibleTypes(type);
  return isObjectType(type) ? [type] : [];
}

/** The fields of a type that lead to other objects. */
export function edgesOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields()).filter((field) => !isLeafType(getNamedType(field.type)));
}

/** How many levels of fields a step adds. */
export function levelsOf(field: Field): number {
  return isConnection(getNamedType(field.type)) ? 3 : 1;
}

/** Every path of this many steps from a type that still leaves room for a leaf below it. */
export function pathsFrom(schema: GraphQLSchema, type: GraphQLObjectType, steps: number, levels: number): Step[][] {
  if (steps === 0) return [[]];
  return edgesOf(type).flatMap((field) => {
    const left = levels - levelsOf(field);
    if (left < 1) return [];
    return targetsOf(schema, field).flatMap((to) =>
      pathsFrom(schema, to, steps - 1, left).map((rest) => [{ on: type, field, to }, ...rest]),
    );
  });
}

/** The selection of an object by itself: its leaves and all its edges, with the leaves of what they lead to. */
export function selectionOf(type: GraphQLObjectType, levels: number): string {
  return `{ ${[allLeaves(type), ...edgesOf(type).flatMap((field) => edgeText(field, levels))].join(' ')} }`;
}

/** The selection along a path from an object: the leaves on the way, and at the end those of the edges from there that `chosen` leaves. */
export function pathOf(
  type: GraphQLObjectType,
  path: readonly Step[],
  levels: number,
  chosen: (edges: Field[]) => Field[],
): string {
  const [step, ...rest] = path;
  const nested = step
    ? [fieldText(step.field, (left) => pathOf(step.to, rest, left, chosen), levels, { only: step.to })]
    : chosen(edgesOf(type)).flatMap((field) => edgeText(field, levels));
  return `{ ${[leavesBeside(type), ...nested].join(' ')} }`;
}

function edgeText(field: Field, levels: number): string[] {
  if (levels - levelsOf(field) < 1) return [];
  const below = (left: number, target: GraphQLObjectType) =>
    `{ ${[leavesBeside(target), ...valuesBelow(target, left)].join(' ')} }`;
  return [fieldText(field, below, levels)];
}

type Inside = (levels: number, target: GraphQLObjectType) => string;

/** A field with its arguments and what is selected below it; where it may lead to several types, only below the one named. */
export function fieldText(
  field: Field,
  inside: Inside,
  levels: number,
  { args, only }: { readonly args?: string; readonly only?: GraphQLObjectType } = {},
): string {
  const type = getNamedType(field.type);
  const given = args ?? argumentsOf(field);
  const head = given ? `${field.name}(${given})` : field.name;
  if (isLeafType(type)) return head;
  const left = levels - levelsOf(field);
  if (!isConnection(type)) return `${head} ${objectText(field, left, inside, only)}`;
  const edge = getNamedType(type.getFields().edges!.type) as GraphQLObjectType;
  const info = 'pageInfo { __typename hasNextPage hasPreviousPage startCursor endCursor }';
  const node = objectText(nodeOf(type), left, inside, only);
  const beside = edgesOf(edge)
    .filter((other) => other.name !== 'node')
    .map((other) => fieldText(other, (_left, target) => `{ ${allLeaves(target)} }`, left));
  return `${head} { ${allLeaves(type)} ${info} edges { ${[allLeaves(edge), ...beside].join(' ')} node ${node} } }`;
}

function objectText(field: Field, levels: number, inside: Inside, only?: GraphQLObjectType): string {
  const type = getNamedType(field.type);
  if (isObjectType(type)) return inside(levels, type);
  return only ? `{ __typename ... on ${only.name} ${inside(levels, only)} }` : '{ __typename ... on Node { id } }';
}

/** Below a thing without a page of its own, the values that it is made of. */
function valuesBelow(type: GraphQLObjectType, levels: number): string[] {
  if (isNode(type) || levels < 2) return [];
  return edgesOf(type)
    .filter((field) => {
      const target = getNamedType(field.type);
      return isObjectType(target) && !isNode(target) && !isConnection(target);
    })
    .map((field) => fieldText(field, (_left, target) => `{ ${leavesBeside(target)} }`, levels));
}

/** Whether a type has ids that can be asked for. */
export function isNode(type: GraphQLObjectType): boolean {
  return type.getInterfaces().some(({ name }) => name === 'Node');
}

function allLeaves(type: GraphQLObjectType): string {
  return ['__typename', ...leavesOf(type)].join(' ');
}

/** On the way and beside: without the viewer's own rule for a thing, which is many statements and is asked where the thing itself is. */
function leavesBeside(type: GraphQLObjectType): string {
  const ofRule = new Set(
    type.getInterfaces().flatMap((face) => (face.name === 'Followable' ? Object.keys(face.getFields()) : [])),
  );
  return ['__typename', ...leavesOf(type).filter((name) => name === 'id' || !ofRule.has(name))].join(' ');
}

/** The leaves of a type that can be asked for without arguments. */
export function leavesOf(type: GraphQLObjectType): string[] {
  return Object.values(type.getFields())
    .filter((field) => isLeafType(getNamedType(field.type)) && !field.args.some(({ type: arg }) => isNonNullType(arg)))
    .map((field) => field.name);
}

function argumentsOf(field: Field): string {
  return field.args
    .flatMap(({ name, type }) => {
      if (name === 'first') return [`first: ${rowsOfAPage}`];
      return isNonNullType(type) ? [`${name}: ${neededArguments[name] ?? '""'}`] : [];
    })
    .join(', ');
}

function isConnection(type: GraphQLNamedType): type is GraphQLObjectType {
  return isObjectType(type) && type.name.endsWith('Connection');
}

function nodeOf(connection: GraphQLObjectType): Field {
  const edge = getNamedType(connection.getFields().edges!.type) as GraphQLObjectType;
  return edge.getFields().node as Field;
}
