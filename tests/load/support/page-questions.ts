/** What the built pages ask, each with variables that find something in the demonstration network. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  Kind,
  OperationTypeNode,
  parse,
  print,
  typeFromAST,
  visit,
  type DocumentNode,
  type FieldNode,
  type GraphQLInputType,
  type OperationDefinitionNode,
} from 'graphql';
import { schema } from '../../contract/support/inputs';
import { objectOf } from '../../contract/support/plain-inputs';

export interface PageQuestion {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly rootFields: readonly string[];
  /** A permission is asked before the statement. */
  readonly hasPermission: boolean;
  /** What administrators and moderators are shown. */
  readonly isForTheTeam: boolean;
}

const built = path.resolve(process.cwd(), 'dist/apps/web/operations.json');

/** What arguments of root fields are given, such as `thread.id`. */
type Given = Readonly<Record<string, unknown>>;

/** All of them; what is not given is made up by its type. */
export function pageQuestions(given: Given): PageQuestion[] {
  if (!existsSync(built)) throw new Error(`Build the web page first (npm test and npm start do): no ${built}`);
  return (JSON.parse(readFileSync(built, 'utf8')) as string[])
    .map((query) => ({ query, operation: operationOf(parse(query)) }))
    .filter(({ operation }) => operation.operation === OperationTypeNode.QUERY)
    .map(({ query, operation }) => {
      const fields = rootFieldsOf(operation);
      return {
        name: operation.name?.value ?? '',
        query,
        variables: variablesOf(operation, fields, given),
        rootFields: fields.map(({ name }) => name.value),
        hasPermission: fields.some(({ name }) => permissionOf(name.value) !== ''),
        isForTheTeam: fields.some(({ name }) => /^(administration|moderation)\./.test(permissionOf(name.value))),
      };
    });
}

/** The same question with one more root field, which asks the schema about itself: graphql-js alone answers such a document. */
export function askedOfGraphql({ query }: PageQuestion): string {
  const more = operationOf(parse('{ ofItself: __type(name: "Query") { name } }')).selectionSet.selections;
  return print(
    visit(parse(query), {
      OperationDefinition: (node) => ({
        ...node,
        selectionSet: { ...node.selectionSet, selections: [...node.selectionSet.selections, ...more] },
      }),
    }),
  );
}

function operationOf({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('A document of the pages has no operation.');
  return operation;
}

function rootFieldsOf({ selectionSet }: OperationDefinitionNode): FieldNode[] {
  return selectionSet.selections.filter((each) => each.kind === Kind.FIELD);
}

function variablesOf(
  { variableDefinitions = [] }: OperationDefinitionNode,
  fields: readonly FieldNode[],
  given: Given,
): Record<string, unknown> {
  const inputs = variableDefinitions.map(({ variable, type }) => ({
    name: variable.name.value,
    type: typeFromAST(schema, type as never) as unknown as GraphQLInputType,
  }));
  const known = fields.flatMap((field) =>
    (field.arguments ?? []).flatMap(({ name, value }): [string, unknown][] => {
      const known = given[`${field.name.value}.${name.value}`];
      return value.kind === Kind.VARIABLE && known !== undefined ? [[value.name.value, known]] : [];
    }),
  );
  const first = inputs.some(({ name }) => name === 'first') ? { first: 20 } : {};
  return { ...objectOf(inputs as never), skip: false, ...first, ...Object.fromEntries(known) };
}

function permissionOf(field: string): string {
  const directives = schema.getQueryType()?.getFields()[field]?.astNode?.directives ?? [];
  const to = directives.find(({ name }) => name.value === 'allow')?.arguments?.find(({ name }) => name.value === 'to');
  return to?.value.kind === Kind.STRING ? to.value.value : '';
}
