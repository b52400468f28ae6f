/** Checks of everything that comes in: text length, form and kind, ids, numbers, list sizes. The limits stand in the schema. */
import { kindOfId, kindProblem, textProblem } from '@hub/core/contract';
import {
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { BadUserInput, type FieldProblem } from './errors';
import { inNormalForm } from './normal-form';
import { textRulesOf, type Input, type TextRules } from './text-directive';

type Values = Readonly<Record<string, unknown>>;

/** Ids, cursors and other machine texts need no @text of their own. */
const longestId = 300;
const longestCursor = 4000;
const mostItems = 100;
const largestFigure = 1e12;

/** The values, with texts in one normal form. Throws BAD_USER_INPUT with one entry for each that cannot be taken. */
export function takenArguments(field: GraphQLField<unknown, unknown>, given: Values): Values {
  const values = Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const argument = field.args.find((each) => each.name === name);
      return [name, argument ? inNormalForm(value, argument, (input) => limitsOf(input).kind !== 'TEXT') : value];
    }),
  );
  const problems = field.args.flatMap((argument) =>
    problemsOf(argument, values[argument.name], argument.name, argument.type),
  );
  if (problems.length > 0) throw new BadUserInput(problems);
  return values;
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
    .filter(([, input]) => baseOf(input.type) === GraphQLString && !isMachineText(input) && !textRulesOf(input))
    .map(([name]) => name);
}

/** The titles and names that people give in mutations and that could hold what cannot be seen: each is a mistake in the schema. */
export function namesOfNoKind(schema: GraphQLSchema): string[] {
  const inputs = Object.values(schema.getTypeMap()).filter(isInputObjectType);
  return inputs
    .filter(({ name }) => name.endsWith('Input'))
    .flatMap((type) => Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })))
    .filter(({ field }) => /^(title|name|displayName)$/.test(field.name) && textRulesOf(field)?.kind === 'TEXT')
    .map(({ name }) => name);
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
  if (typeof value === 'number') return problemsOfNumber(value, type).map((message) => ({ path, message }));
  if (typeof value !== 'string') return [];
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

/** Counts and positions are never negative; figures are what people measure. */
function problemsOfNumber(value: number, type: GraphQLInputType): string[] {
  if (type === GraphQLInt) return value < 0 ? ['Enter 0 or more'] : [];
  return Math.abs(value) <= largestFigure ? [] : ['Enter a number up to a million million'];
}

function problemsOfText(input: Input, value: string, path: string, type: GraphQLInputType): string[] {
  if (type === GraphQLID) {
    const problem = textProblem(value, longestId);
    if (problem) return [problem];
    return kindOfId(value) ? [] : ['This is not the id of anything'];
  }
  if (type !== GraphQLString) return [];
  const limits = limitsOf(input);
  const problem = textProblem(value, limits.max) ?? kindProblem(value, limits.kind);
  if (problem) return [problem];
  return !limits.blank && isNonNullType(input.type) && value.trim() === '' ? [`Enter ${wordsOf(path)}`] : [];
}

const machineText: TextRules = { max: longestCursor, blank: true, kind: 'TEXT', guarded: null };

function limitsOf(input: Input): TextRules {
  return textRulesOf(input) ?? machineText;
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
