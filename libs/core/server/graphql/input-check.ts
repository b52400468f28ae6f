/** Checks of everything that comes in: text length and form, ids, list sizes. The limits stand in the schema. */
import { kindOfId, textProblem } from '@hub/core/contract';
import {
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { BadUserInput, type FieldProblem } from './errors';

type Input = GraphQLArgument | GraphQLInputField;

interface Limits {
  readonly max: number;
  readonly blank: boolean;
}

/** Ids, cursors and other machine texts need no @text of their own. */
const longestId = 300;
const longestCursor = 4000;
const mostItems = 100;

/** Throws BAD_USER_INPUT with one entry for each argument value that cannot be taken. */
export function checkArguments(field: GraphQLField<unknown, unknown>, values: Readonly<Record<string, unknown>>): void {
  const problems = field.args.flatMap((argument) =>
    problemsOf(argument, values[argument.name], argument.name, argument.type),
  );
  if (problems.length > 0) throw new BadUserInput(problems);
}

/** The String inputs of a schema that state no maximum: each is a mistake in the schema. */
export function inputsWithoutLimit(schema: GraphQLSchema): string[] {
  const inputs = Object.values(schema.getTypeMap()).flatMap((type): [string, Input][] => {
    if (type.name.startsWith('__')) return [];
    if (isInputObjectType(type))
      return Object.values(type.getFields()).map((field) => [`${type.name}.${field.name}`, field]);
    if (!('getFields' in type)) return [];
    return Object.values(type.getFields()).flatMap((field) =>
      ('args' in field ? field.args : []).map((arg): [string, Input] => [
        `${type.name}.${field.name}(${arg.name})`,
        arg,
      ]),
    );
  });
  return inputs
    .filter(([, input]) => baseOf(input.type) === GraphQLString && !isMachineText(input) && !limitsIn(input))
    .map(([name]) => name);
}

function problemsOf(input: Input, value: unknown, path: string, type: GraphQLInputType): FieldProblem[] {
  if (value === null || value === undefined) return [];
  if (isNonNullType(type)) return problemsOf(input, value, path, type.ofType);
  if (isListType(type)) return problemsOfList(input, value as unknown[], path, type.ofType);
  if (isInputObjectType(type)) {
    const object = value as Record<string, unknown>;
    return Object.values(type.getFields()).flatMap((field) =>
      problemsOf(field, object[field.name], `${path}.${field.name}`, field.type),
    );
  }
  if (typeof value !== 'string')
    return typeof value === 'number' && !Number.isFinite(value) ? [{ path, message: 'Enter a number' }] : [];
  return problemsOfText(input, value, path, type).map((message) => ({ path, message }));
}

function problemsOfList(
  input: Input,
  values: readonly unknown[],
  path: string,
  type: GraphQLInputType,
): FieldProblem[] {
  const most = itemLimit(input);
  if (values.length > most) return [{ path, message: `Give ${most} or fewer` }];
  return values.flatMap((value, at) => problemsOf(input, value, `${path}.${at}`, type));
}

function problemsOfText(input: Input, value: string, path: string, type: GraphQLInputType): string[] {
  if (type === GraphQLID) {
    const problem = textProblem(value, longestId);
    if (problem) return [problem];
    return input.name === 'site' || kindOfId(value) ? [] : ['This is not the id of anything'];
  }
  if (type !== GraphQLString) return [];
  const limits = limitsOf(input);
  const problem = textProblem(value, limits.max);
  if (problem) return [problem];
  return !limits.blank && isNonNullType(input.type) && value.trim() === '' ? [`Enter ${wordsOf(path)}`] : [];
}

const known = new WeakMap<Input, Limits>();

function limitsOf(input: Input): Limits {
  const found = known.get(input);
  if (found) return found;
  const limits = limitsIn(input) ?? { max: longestCursor, blank: true };
  known.set(input, limits);
  return limits;
}

function limitsIn(input: Input): { max: number; blank: boolean } | null {
  const node = input.astNode?.directives?.find((directive) => directive.name.value === 'text');
  if (!node) return null;
  const values = Object.fromEntries(
    (node.arguments ?? []).map((arg) => [arg.name.value, 'value' in arg.value ? arg.value.value : null]),
  );
  return { max: Number(values.max), blank: values.blank === true };
}

function itemLimit(input: Input): number {
  const node = input.astNode?.directives?.find((directive) => directive.name.value === 'items');
  const max = node?.arguments?.find((arg) => arg.name.value === 'max')?.value;
  return max && 'value' in max ? Number(max.value) : mostItems;
}

function isMachineText(input: Input): boolean {
  return input.name === 'after' || input.name === 'before';
}

function baseOf(type: GraphQLInputType): GraphQLInputType {
  return isNonNullType(type) || isListType(type) ? baseOf(type.ofType) : type;
}

function wordsOf(path: string): string {
  const last = path.split('.').at(-1) ?? path;
  return `the ${last.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`;
}
