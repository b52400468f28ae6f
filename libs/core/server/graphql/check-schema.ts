/** The checks that hold each rule of the schema at start-up instead of by convention. */
import { getNamedType, isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { PluginListError } from '../plugin/check';
import type { ServerPlugin } from '../plugin/define';
import type { ReadModels } from '../read/models';
import { accessOf } from './access-directive';
import { inputsWithoutLimit, namesOfNoKind } from './input-check';

const roots = ['Query', 'Mutation', 'Subscription'] as const;

/** Throws PluginListError naming the first field that lacks an access directive, a way to be answered, or a limit. */
export function checkSchema(schema: GraphQLSchema, plugins: readonly ServerPlugin[], models: ReadModels): void {
  for (const root of roots) {
    for (const field of fieldsOf(schema, root)) checkRootField(root, field, plugins);
  }
  checkDeclaredRoots(schema, plugins);
  const [unlimited] = inputsWithoutLimit(schema);
  if (unlimited) throw new PluginListError(`The text input "${unlimited}" states no maximum. Add @text(max:).`);
  const [unseen] = namesOfNoKind(schema);
  if (unseen) throw new PluginListError(`The input "${unseen}" is a title or a name. Add @text(kind: LINE) or NAME.`);
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type) && !type.name.startsWith('__')) checkObject(type, schema, models);
  }
}

function checkRootField(root: string, field: GraphQLField<unknown, unknown>, plugins: readonly ServerPlugin[]): void {
  const name = `${root}.${field.name}`;
  const access = accessOf(field);
  if (!access)
    throw new PluginListError(`"${name}" has no access directive. Add exactly one of @public, @scoped, @allow.`);
  if (access.kind === 'allow' && !plugins.some((plugin) => plugin.permissions?.some(({ id }) => id === access.to))) {
    throw new PluginListError(`"${name}" asks for the permission "${access.to}", which nobody declares.`);
  }
  const answered =
    root === 'Subscription'
      ? plugins.some((plugin) => plugin.live?.[field.name])
      : field.resolve !== undefined || plugins.some((plugin) => plugin.roots?.[field.name]);
  if (!answered) throw new PluginListError(`"${name}" has no resolver and no read.`);
}

function checkDeclaredRoots(schema: GraphQLSchema, plugins: readonly ServerPlugin[]): void {
  const queries = new Set(fieldsOf(schema, 'Query').map((field) => field.name));
  const subscriptions = new Set(fieldsOf(schema, 'Subscription').map((field) => field.name));
  for (const plugin of plugins) {
    const stray =
      Object.keys(plugin.roots ?? {}).find((name) => !queries.has(name)) ??
      Object.keys(plugin.live ?? {}).find((name) => !subscriptions.has(name));
    if (stray)
      throw new PluginListError(
        `Plugin "${plugin.id}" reads the root field "${stray}", which the schema does not have.`,
      );
  }
}

function checkObject(type: GraphQLObjectType, schema: GraphQLSchema, models: ReadModels): void {
  const model = models.find(type.name);
  if (!model) {
    if (isPlainType(type, schema)) return;
    throw new PluginListError(`The type "${type.name}" has no read model.`);
  }
  for (const field of Object.values(type.getFields())) {
    const ofEdge = field.name === 'cursor' && type.name.endsWith('Edge');
    if (!model.fields[field.name] && !ofEdge)
      throw new PluginListError(`"${type.name}.${field.name}" has no resolver and no read.`);
  }
  for (const name of Object.keys(model.fields)) {
    if (!type.getFields()[name])
      throw new PluginListError(`"${type.name}.${name}" is read, but the schema does not have it.`);
  }
  if (type.getInterfaces().some(({ name }) => name === 'Node') && !model.kind && !model.rowId) {
    throw new PluginListError(`"${type.name}" is a Node, but its read model says nothing of its ids.`);
  }
}

/** Types whose values core builds: roots, connections, payloads, and what live operations send. */
function isPlainType(type: GraphQLObjectType, schema: GraphQLSchema): boolean {
  if (roots.includes(type.name as (typeof roots)[number]) || type.name === 'PageInfo') return true;
  if (/(Connection|Edge|Payload)$/.test(type.name)) return true;
  return fieldsOf(schema, 'Subscription').some((field) => getNamedType(field.type).name === type.name);
}

function fieldsOf(schema: GraphQLSchema, type: string): GraphQLField<unknown, unknown>[] {
  const object = schema.getType(type);
  return isObjectType(object) ? Object.values(object.getFields()) : [];
}
