/** What an operation may cost at most, counted before it runs: the rows it may read, lists within lists multiplied. */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import { defaultPageSize, largestPageSize } from '../read/page-args';

/** Each root field is a statement or a transaction of its own. */
const rootFieldCost = 10;

/** How many things a list without pages is taken to hold: those hold what belongs to one thing, such as its care models. */
const shortList = 5;

export interface CostedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface Counting extends CostedOperation {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** What a fragment costs at a place of this page size; being counted it is 0, which also ends circles. */
  readonly known: Map<string, number>;
}

/** Where fields are selected. */
interface Place {
  readonly type: GraphQLNamedType;
  /** How many entries its lists hold, directly below a connection. */
  readonly pageSize: number | null;
  readonly isRoot: boolean;
}

/**
 * The cost of one operation: 10 for each root field, 1 for each object, and for a list as many times what one entry costs as it may
 * hold: `first` or `last` (20 where neither is given) of a connection, 5 of a list without pages. Plain values are free.
 */
export function costOf(asked: CostedOperation): number {
  const { schema, document, operation } = asked;
  const type = schema.getRootType(operation.operation);
  if (!type) return 0;
  const fragments = new Map(
    document.definitions.flatMap((definition): [string, FragmentDefinitionNode][] =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  );
  const counting = { ...asked, fragments, known: new Map<string, number>() };
  return costOfSelection(counting, operation.selectionSet, { type, pageSize: null, isRoot: true });
}

function costOfSelection(counting: Counting, { selections }: SelectionSetNode, place: Place): number {
  return selections.reduce((sum, selection) => {
    if (selection.kind === Kind.FIELD) return sum + costOfField(counting, selection, place);
    if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + costOfFragment(counting, selection.name.value, place);
    const type = typeNamed(counting, selection.typeCondition?.name.value) ?? place.type;
    return sum + costOfSelection(counting, selection.selectionSet, { ...place, type });
  }, 0);
}

function costOfFragment(counting: Counting, name: string, place: Place): number {
  const fragment = counting.fragments.get(name);
  if (!fragment) return 0;
  const key = `${name} ${place.pageSize ?? ''} ${place.isRoot}`;
  const known = counting.known.get(key);
  if (known !== undefined) return known;
  counting.known.set(key, 0);
  const type = typeNamed(counting, fragment.typeCondition.name.value) ?? place.type;
  const cost = costOfSelection(counting, fragment.selectionSet, { ...place, type });
  counting.known.set(key, cost);
  return cost;
}

function costOfField(counting: Counting, node: FieldNode, { type, pageSize, isRoot }: Place): number {
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[node.name.value] : undefined;
  if (!field) return 0;
  const own = isRoot ? rootFieldCost : 0;
  const inner = getNamedType(field.type);
  const { selectionSet } = node;
  if (!isCompositeType(inner) || !selectionSet) return own;
  const below = (size: number | null) =>
    costOfSelection(counting, selectionSet, { type: inner, pageSize: size, isRoot: false });
  if (inner.name.endsWith('Connection')) return own + below(pageSizeOf(counting, node));
  const entries = isListType(getNullableType(field.type)) ? (pageSize ?? shortList) : 1;
  const isWrapper = inner.name.endsWith('Edge') || inner.name === 'PageInfo';
  return own + entries * ((isWrapper ? 0 : 1) + below(null));
}

/** A size out of range is refused before anything is read. */
function pageSizeOf(counting: Counting, node: FieldNode): number {
  const sizes = (node.arguments ?? [])
    .filter(({ name }) => name.value === 'first' || name.value === 'last')
    .map(({ value }) => numberIn(value, counting));
  return sizes.find((size) => size !== null && size >= 0 && size <= largestPageSize) ?? defaultPageSize;
}

function numberIn(value: ValueNode, { variables, operation }: Counting): number | null {
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind !== Kind.VARIABLE) return null;
  const name = value.name.value;
  const given = variables[name];
  if (given !== undefined) return typeof given === 'number' ? given : null;
  const otherwise = operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return otherwise?.kind === Kind.INT ? Number(otherwise.value) : null;
}

function typeNamed({ schema }: Counting, name: string | undefined): GraphQLNamedType | undefined {
  return name === undefined ? undefined : schema.getType(name);
}
