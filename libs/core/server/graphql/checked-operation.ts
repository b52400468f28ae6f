/** An operation's text read and checked by every rule that holds before one is run, for what does not come through Apollo. */
import {
  getOperationAST,
  getVariableValues,
  GraphQLError,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { mostErrors, mostTokens, operationLimits, requireAffordable } from './limits';

export interface AskedOperation {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

export interface CheckedOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: number;
}

/** The operation, ready to be run. `valid` may remember what was read before. Throws coded GraphQLErrors, ten at most, as an AggregateError. */
export function checkedOperation(
  schema: GraphQLSchema,
  asked: AskedOperation,
  valid: typeof validOperation = validOperation,
): CheckedOperation {
  const { document, operation } = valid(schema, asked);
  const variables = asked.variables ?? {};
  const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
    maxErrors: mostErrors,
  });
  refuse(errors ?? [], 'BAD_USER_INPUT');
  return { document, operation, variables, cost: requireAffordable({ schema, document, operation, variables }) };
}

/** The operation as far as its text goes: read, valid and within the limits. Throws as `checkedOperation` does. */
export function validOperation(
  schema: GraphQLSchema,
  { query, operationName }: AskedOperation,
): Pick<CheckedOperation, 'document' | 'operation'> {
  const document = documentOf(query);
  refuse(
    validate(schema, document, [...specifiedRules, operationLimits], { maxErrors: mostErrors, hideSuggestions: true }),
    'GRAPHQL_VALIDATION_FAILED',
  );
  const operation = getOperationAST(document, operationName);
  if (!operation) throw refusalOf([new GraphQLError('Say which operation to run')], 'OPERATION_RESOLUTION_FAILURE');
  return { document, operation };
}

function documentOf(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: mostTokens });
  } catch (error) {
    const problem = error instanceof GraphQLError ? error : new GraphQLError('The query cannot be read');
    throw refusalOf([problem], 'GRAPHQL_PARSE_FAILED');
  }
}

function refuse(problems: readonly GraphQLError[], code: string): void {
  if (problems.length > 0) throw refusalOf(problems, code);
}

function refusalOf(problems: readonly GraphQLError[], code: string): AggregateError {
  return new AggregateError(problems.slice(0, mostErrors).map((problem) => coded(problem, code)));
}

function coded({ message, nodes, source, positions }: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(message, { nodes, source, positions, extensions: { code } });
}
