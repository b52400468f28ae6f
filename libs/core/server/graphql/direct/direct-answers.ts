/**
 * Answers queries without asking each field of each object: what root fields give has the shape of the answer already, so it is completed
 * along a plan that is made once for an operation. Root fields are resolved as ever, with all their rules. What is not plain (an error, a
 * null where none may be, introspection) is left to graphql-js, which takes what the root fields gave and asks nothing twice.
 */
import {
  getArgumentValues,
  getVariableValues,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { LRUCache } from 'lru-cache';
import { Numbers } from '../numbers';
import type { Operation } from '../../read/selection';
import { shapeOfVariables } from '../../read/variable-shape';
import type { HubContext } from '../context';
import { completionOf, NotPlain, type Completion } from './completion';

export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

type Answer = Record<string, unknown>;

/** A root field, or the name of the root type where `definition` is null. */
interface PlannedField {
  readonly key: string;
  readonly nodes: readonly FieldNode[];
  readonly definition: GraphQLField<unknown, unknown> | null;
  readonly complete: Completion;
}

interface Plan {
  readonly type: GraphQLObjectType;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly fields: readonly PlannedField[];
}

export class DirectAnswers {
  private readonly plans = new LRUCache<string, { readonly plan: Plan | null }>({ max: 1000 });
  private readonly operations = new Numbers();

  /** The data of the answer; null where graphql-js must make it. */
  async answer(asked: AskedOperation, context: HubContext): Promise<Answer | null> {
    const { schema, operation } = asked;
    const settled = context.settled;
    if (operation.operation !== OperationTypeNode.QUERY || !settled) return null;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], asked.variables, {
      maxErrors: 1,
    });
    const plan = coerced && this.planOf(asked, coerced);
    if (!plan) return null;
    try {
      for (const field of plan.fields) begin(field, plan, { ...asked, variables: coerced }, context);
      const values = await Promise.all(plan.fields.map(({ key }) => settled.get(key)));
      return Object.fromEntries(plan.fields.map(({ key, complete }, at) => [key, complete(values[at])]));
    } catch {
      // What the root fields gave is kept: graphql-js comes upon the same, and says what it is.
      return null;
    }
  }

  private planOf(asked: AskedOperation, variables: Answer): Plan | null {
    const { schema, operation } = asked;
    const shape = shapeOfVariables({ schema, operation, variableValues: variables });
    const key = `${this.operations.of(operation)}|${shape}`;
    const known = this.plans.get(key);
    if (known) return known.plan;
    const plan = planFor(asked, variables);
    this.plans.set(key, { plan });
    return plan;
  }
}

/** Begins to resolve a root field, and keeps what it will give. */
function begin(
  { key, nodes, definition }: PlannedField,
  { type, fragments }: Plan,
  { schema, operation, variables }: AskedOperation,
  context: HubContext,
): void {
  const [node] = nodes;
  if (!definition?.resolve || !node) return;
  const args = getArgumentValues(definition, node, variables);
  const given = definition.resolve(undefined, args, context, {
    ...{ fieldName: definition.name, fieldNodes: nodes, returnType: definition.type, parentType: type },
    ...{ path: { prev: undefined, key, typename: type.name }, schema, fragments, rootValue: undefined },
    ...{ operation, variableValues: variables as Answer },
  });
  const kept = Promise.resolve(given);
  kept.catch(() => undefined);
  context.settled?.set(key, kept);
}

function planFor({ schema, document, operation }: AskedOperation, variables: Answer): Plan | null {
  const type = schema.getQueryType();
  if (!type) return null;
  const fragments = fragmentsIn(document);
  const inOperation = { schema, fragments, variables };
  try {
    const collected = collectFields(schema, fragments, variables, type, operation.selectionSet);
    return { type, fragments, fields: [...collected].map(([key, nodes]) => planned(inOperation, type, key, nodes)) };
  } catch (error) {
    if (error instanceof NotPlain) return null;
    throw error;
  }
}

function planned(
  operation: Operation,
  type: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): PlannedField {
  const name = nodes[0]?.name.value ?? '';
  if (name === '__typename') return { key, nodes, definition: null, complete: () => type.name };
  const definition = type.getFields()[name];
  if (!definition) throw new NotPlain();
  return { key, nodes, definition, complete: completionOf(operation, definition.type, nodes) };
}

function fragmentsIn({ definitions }: DocumentNode): Record<string, FragmentDefinitionNode> {
  return Object.fromEntries(
    definitions.flatMap((definition) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition]] : [],
    ),
  ) as Record<string, FragmentDefinitionNode>;
}
