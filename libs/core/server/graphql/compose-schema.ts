/** Composes the plugins' schemas, in list order, into the one schema of the hub, refusing what does not fit. */
import {
  buildASTSchema,
  concatAST,
  extendSchema,
  GraphQLError,
  isObjectType,
  parse,
  validateSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { PluginListError } from '../plugin/check';
import type { ServerPlugin } from '../plugin/define';
import { statementsSchema, undecidedTexts } from './patient-guard';

/** The composed schema, and its text as the runtime takes it. */
export interface ComposedSchema {
  readonly schema: GraphQLSchema;
  readonly text: string;
}

/** Composes the schemas of a checked list whose first entry is core. Throws PluginListError naming the plugin at fault. */
export function composeSchema(plugins: readonly ServerPlugin[]): ComposedSchema {
  const texts: string[] = [];
  const owners = new Map<string, string>();
  const documents: OwnedDocument[] = [];
  const parts = [
    ...plugins.map((plugin) => ({ plugin, text: plugin.schema ?? '' })),
    ...plugins.map((plugin) => ({ plugin, text: plugin.composedSchema?.(plugins) ?? '' })),
  ];
  for (const { plugin, text } of parts) {
    if (text.trim() === '') continue;
    const document = parseSchema(plugin, text);
    for (const definition of document.definitions) checkOwner(plugin, definition, owners);
    documents.push({ plugin, document });
    texts.push(text);
  }
  if (documents.length === 0) throw new PluginListError('No plugin has a schema.');
  let schema = build(documents);
  const [undecided] = undecidedTexts(schema);
  if (undecided)
    throw new PluginListError(
      `The text "${undecided}" does not say if it is guarded. Add @text(guarded: true), or false where only programs read it.`,
    );
  const statements = statementsSchema(schema);
  if (statements) {
    schema = extendSchema(schema, parse(statements));
    texts.push(statements);
  }
  const [problem] = validateSchema(schema).filter((error) => !/must define one or more fields/.test(error.message));
  if (problem) throw new PluginListError(`The composed schema is not valid: ${problem.message}`);
  return { schema, text: withoutEmptyRoots(schema, texts.join('\n')) };
}

/** Core declares every root; a list of plugins that adds nothing to one does not have it. */
function withoutEmptyRoots(schema: GraphQLSchema, text: string): string {
  return text.replace(/^type (Mutation|Subscription)$/gm, (line, name: string) => {
    const type = schema.getType(name);
    return isObjectType(type) && Object.keys(type.getFields()).length > 0 ? line : '';
  });
}

function parseSchema(plugin: ServerPlugin, text: string): DocumentNode {
  try {
    return parse(text);
  } catch (error) {
    throw new PluginListError(`The schema of plugin "${plugin.id}" cannot be read: ${messageOf(error)}`);
  }
}

interface OwnedDocument {
  readonly plugin: ServerPlugin;
  readonly document: DocumentNode;
}

/** All at once: every extension makes the whole schema anew. One after another only to say which does not fit. */
function build(documents: readonly OwnedDocument[]): GraphQLSchema {
  try {
    return buildASTSchema(concatAST(documents.map(({ document }) => document)));
  } catch (error) {
    let schema: GraphQLSchema | null = null;
    for (const { plugin, document } of documents) schema = add(plugin, schema, document);
    throw error;
  }
}

function add(plugin: ServerPlugin, schema: GraphQLSchema | null, document: DocumentNode): GraphQLSchema {
  try {
    return schema ? extendSchema(schema, document) : buildASTSchema(document);
  } catch (error) {
    throw new PluginListError(`The schema of plugin "${plugin.id}" does not fit: ${messageOf(error)}`);
  }
}

/** A plugin extends only its own types, core's, and those of plugins it needs. */
function checkOwner(plugin: ServerPlugin, definition: DefinitionNode, owners: Map<string, string>): void {
  if (!('name' in definition) || !definition.name) return;
  const name = definition.name.value;
  if (!definition.kind.endsWith('Extension')) {
    owners.set(name, owners.get(name) ?? plugin.id);
    return;
  }
  const owner = owners.get(name);
  const allowed = ['core', plugin.id, ...(plugin.needs ?? [])];
  const byComposition = plugin.composedSchema !== undefined;
  if (owner && !allowed.includes(owner) && !byComposition) {
    throw new PluginListError(`Plugin "${plugin.id}" extends "${name}" of "${owner}", which it does not need.`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof GraphQLError || error instanceof Error ? error.message : String(error);
}
