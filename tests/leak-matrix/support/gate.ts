/** The gate: what the schema has and the matrix does not know, or never saw filled. */
import { getNamedType, isObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Canary } from './canaries';
import { guarded, guardedNames, payloads, publicTypes } from './policy/policy';
import { edgesOf, targetsOf } from './selection';

/** Types without a row, rows without a type, and texts of guarded types that are neither planted, plain nor made of others. */
export function unknownTo(schema: GraphQLSchema, planted: readonly Pick<Canary, 'place'>[]): string[] {
  const listed = [...guardedNames, ...publicTypes, ...payloads];
  const types = objectTypes(schema);
  const names = types.map(({ name }) => name);
  const places = new Set(planted.map(({ place }) => place));
  return [
    ...names.filter((name) => !listed.includes(name)).map((name) => `The type ${name} has no row in the policy`),
    ...listed
      .filter((name) => !names.includes(name))
      .map((name) => `The policy has a row for ${name}, which is no type`),
    ...listed.filter((name, at) => listed.indexOf(name) !== at).map((name) => `The policy has two rows for ${name}`),
    ...types
      .flatMap((type) => textsOf(type).filter((place) => !places.has(place)))
      .map((place) => `Nothing was planted in ${place}, and the policy does not call it plain`),
  ];
}

/** Mutations whose answer is a file to keep: each must be among the own acts of every viewer. */
export function exportsOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getMutationType()?.getFields() ?? {})
    .filter(({ type }) => {
      const payload = getNamedType(type);
      return isObjectType(payload) && 'fileName' in payload.getFields();
    })
    .map(({ name }) => name);
}

/** The texts of a guarded type that people may have written. */
function textsOf(type: GraphQLObjectType): string[] {
  const row = guarded[type.name];
  if (!row) return [];
  return Object.values(type.getFields())
    .filter(
      (field) =>
        getNamedType(field.type).name === 'String' && !row.plain?.includes(field.name) && !row.made?.[field.name],
    )
    .map((field) => `${type.name}.${field.name}`);
}

/** Root fields, edges to guarded types and fields of guarded types that were filled for nobody: their silence proves nothing. */
export function neverFilled(schema: GraphQLSchema, filled: ReadonlySet<string>): string[] {
  return objectTypes(schema).flatMap((type) => {
    const row = guarded[type.name];
    const fields = isRoot(type) || row ? Object.values(type.getFields()) : edgesToGuarded(schema, type);
    return fields
      .map((field) => ({ field, place: `${type.name}.${field.name}` }))
      .filter(({ field, place }) => type.name !== 'Mutation' && !filled.has(place) && !row?.unfilled?.[field.name])
      .map(({ place }) => `${place} was filled for nobody`);
  });
}

function edgesToGuarded(schema: GraphQLSchema, type: GraphQLObjectType) {
  if (payloads.includes(type.name)) return [];
  return edgesOf(type).filter((field) => targetsOf(schema, field).some(({ name }) => name in guarded));
}

function isRoot(type: GraphQLObjectType): boolean {
  return type.name === 'Query' || type.name === 'Subscription';
}

function objectTypes(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );
}
