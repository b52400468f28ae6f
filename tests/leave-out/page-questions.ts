/** Every question that the pages of the hub ask, by the plugin whose page asks it: from the web parts' own documents. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse, visit, type DefinitionNode, type DocumentNode, type FragmentDefinitionNode } from 'graphql';

const libs = path.resolve(import.meta.dirname, '../../libs');

export interface PageQuestion {
  readonly name: string;
  /** The plugin's id, or `core`. */
  readonly room: string;
  readonly operation: 'query' | 'mutation' | 'subscription';
  /** With the fragments that it spreads. */
  readonly document: DocumentNode;
  /** The names of its variables that must be given. */
  readonly needs: readonly string[];
}

/** The questions of core and of every plugin but these. */
export function questionsWithout(plugins: readonly string[]): readonly PageQuestion[] {
  const definitions = documents().filter(({ room }) => !plugins.includes(room));
  const fragments = new Map(
    definitions.flatMap(({ definition }) =>
      definition.kind === Kind.FRAGMENT_DEFINITION ? [[definition.name.value, definition] as const] : [],
    ),
  );
  return definitions.flatMap(({ room, definition }) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const spread = [...fragmentsIn(definition, fragments)];
    const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [definition, ...spread] };
    const variables = definition.variableDefinitions ?? [];
    const needs = variables
      .filter(({ type }) => type.kind === Kind.NON_NULL_TYPE)
      .map(({ variable }) => variable.name.value);
    return [{ name: definition.name?.value ?? '', room, operation: definition.operation, document, needs }];
  });
}

function documents(): { room: string; definition: DefinitionNode }[] {
  const files = readdirSync(libs, { recursive: true })
    .map(String)
    .filter((file) => /(^|\/)web\/(.+\/)?[^/]+\.graphql$/.test(file));
  return files.flatMap((file) => {
    const [first = '', second = ''] = file.split('/');
    const room = first === 'plugins' ? second : first;
    return parse(readFileSync(path.join(libs, file), 'utf8')).definitions.map((definition) => ({ room, definition }));
  });
}

function fragmentsIn(
  node: DefinitionNode,
  all: ReadonlyMap<string, FragmentDefinitionNode>,
  found = new Set<FragmentDefinitionNode>(),
): Set<FragmentDefinitionNode> {
  visit(node, {
    FragmentSpread({ name }) {
      const fragment = all.get(name.value);
      if (!fragment || found.has(fragment)) return;
      found.add(fragment);
      fragmentsIn(fragment, all, found);
    },
  });
  return found;
}
