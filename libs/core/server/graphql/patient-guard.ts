/**
 * The patient-data guard on the server: every text of a mutation that its schema marks `guarded` is read before anything is done. What
 * looks like a detail of a patient is refused unless the input says why it is none. Nothing of what was found is kept or said.
 */
import { patientDetailsIn, type PatientDetail } from '@hub/core/contract';
import {
  getNamedType,
  GraphQLString,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { PatientDetailsSuspected, type SuspectedDetail } from './errors';
import { textRulesOf, type Input } from './text-directive';

const statementType = 'NotPatientDetailInput';
const statementField = 'notPatientDetails';
const mostStatements = 50;

/** Somebody's word that a finding is no detail of a patient. */
export interface Explained extends SuspectedDetail {
  readonly because: string;
}

/** SDL that lets every mutation input with guarded texts carry such words. */
export function statementsSchema(schema: GraphQLSchema): string {
  return mutationInputs(schema)
    .filter((input) => reachesGuarded(input))
    .map((input) => getNamedType(input.type).name)
    .filter((name, at, names) => names.indexOf(name) === at)
    .map(
      (name) =>
        `extend input ${name} {\n  "What looks like a detail of a patient and is none: PII_SUSPECTED names what to explain."\n` +
        `  ${statementField}: [${statementType}!] @items(max: ${mostStatements})\n}`,
    )
    .join('\n');
}

/** Texts of mutations of which nobody has said whether the guard reads them: each is a mistake in the schema. */
export function undecidedTexts(schema: GraphQLSchema): string[] {
  return mutationInputs(schema).flatMap((input) => undecidedIn(input, input.name, new Set()));
}

/**
 * What a mutation's texts hold that looks like a detail of a patient, each with the reason why it is none. Throws PII_SUSPECTED for
 * those without; a reason is itself read, and nothing excuses what it holds.
 */
export function explainedDetails(
  field: GraphQLField<unknown, unknown>,
  args: Readonly<Record<string, unknown>>,
): readonly Explained[] {
  const found = field.args.flatMap((input) => detailsIn(input, args[input.name], input.name, input.type));
  if (found.length === 0) return [];
  const words = statementsIn(args);
  const explained = found.map((detail) => ({ ...detail, because: reasonFor(detail, words) }));
  const open = explained.filter(({ because, path }) => because === '' || path.includes(`.${statementField}.`));
  if (open.length > 0) throw new PatientDetailsSuspected(open.map(({ path, kind, nth }) => ({ path, kind, nth })));
  return explained;
}

function mutationInputs(schema: GraphQLSchema): Input[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {}).flatMap(({ args }) => args);
}

function fieldsOf(input: Input): Input[] {
  const type = getNamedType(input.type);
  return isInputObjectType(type) ? Object.values(type.getFields()) : [];
}

function reachesGuarded(input: Input, above: readonly string[] = []): boolean {
  const type = getNamedType(input.type);
  if (type === GraphQLString) return textRulesOf(input)?.guarded === true;
  if (above.includes(type.name)) return false;
  return fieldsOf(input).some((each) => reachesGuarded(each, [...above, type.name]));
}

/** Request ids are made by programs. */
function undecidedIn(input: Input, path: string, seen: Set<string>): string[] {
  const type = getNamedType(input.type);
  if (type === GraphQLString)
    return input.name === 'clientMutationId' || typeof textRulesOf(input)?.guarded === 'boolean' ? [] : [path];
  if (seen.has(type.name)) return [];
  seen.add(type.name);
  return fieldsOf(input).flatMap((each) => undecidedIn(each, `${type.name}.${each.name}`, seen));
}

function detailsIn(input: Input, value: unknown, path: string, type: GraphQLInputType): SuspectedDetail[] {
  if (isNonNullType(type)) return detailsIn(input, value, path, type.ofType);
  if (isListType(type) && Array.isArray(value))
    return value.flatMap((each, at) => detailsIn(input, each, `${path}.${at}`, type.ofType));
  if (isInputObjectType(type) && typeof value === 'object' && value !== null) {
    const given: Readonly<Record<string, unknown>> = { ...value };
    return Object.values(type.getFields()).flatMap((each) =>
      detailsIn(each, given[each.name], `${path}.${each.name}`, each.type),
    );
  }
  if (typeof value !== 'string' || textRulesOf(input)?.guarded !== true) return [];
  return patientDetailsIn(value).map(({ kind, nth }) => ({ path, kind, nth }));
}

interface Statement {
  readonly path: string;
  readonly kind: PatientDetail;
  readonly nth: number;
  readonly because: string;
}

function statementsIn(args: Readonly<Record<string, unknown>>): readonly Statement[] {
  return Object.values(args).flatMap((value) =>
    typeof value === 'object' && value !== null && statementField in value
      ? ((value[statementField] as readonly Statement[] | null) ?? [])
      : [],
  );
}

function reasonFor(detail: SuspectedDetail, words: readonly Statement[]): string {
  const found = words.find(({ path, kind, nth }) => path === detail.path && kind === detail.kind && nth === detail.nth);
  return found?.because.trim() ?? '';
}
