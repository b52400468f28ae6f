/** Finds the web parts' documents, checks them against the schema and makes a typed document of each. */
import fs from 'node:fs';
import path from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { GraphQLError, Kind, NoUnusedFragmentsRule, parse, specifiedRules, validate, visit } from 'graphql';
import { generatedBanner, typeConfig } from './schema.mjs';

const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);

/**
 * Every document under libs with the fragments it may use: those of its own plugin and of core. Problems are sentences that
 * name the file and line.
 */
export function findDocuments(root, schema) {
  const problems = [];
  const files = webDocuments(root).flatMap((file) => {
    const text = fs.readFileSync(path.join(root, file), 'utf8');
    try {
      return [{ file, room: roomOf(file), ast: parse(text) }];
    } catch (error) {
      problems.push(describe(file, error));
      return [];
    }
  });
  problems.push(...repeatedNames(files));
  if (problems.length > 0) return { files: [], problems };

  for (const file of files) {
    file.fragments = usedFragments(file, files);
    const whole = { kind: Kind.DOCUMENT, definitions: [...file.ast.definitions, ...file.fragments] };
    problems.push(...validate(schema, whole, rules).map((error) => describe(file.file, error)));
  }
  return { files, problems };
}

/** The generated module of each document, as [path, text]. */
export async function typedDocuments(schema, files) {
  return Promise.all(
    files.map(async ({ file, ast, fragments }) => {
      const filename = file.replace(/\.graphql$/, '.generated.ts');
      const external = fragments.map((node) => ({
        node,
        name: node.name.value,
        onType: node.typeCondition.name.value,
        isExternal: true,
      }));
      const output = await codegen({
        filename,
        schema: parse('type Query { none: Int }'),
        schemaAst: schema,
        skipDocumentsValidation: true,
        documents: [{ location: file, document: ast }],
        plugins: [{ operations: {} }, { typedDocumentNode: {} }],
        pluginMap: { operations, typedDocumentNode },
        config: {
          ...typeConfig,
          importSchemaTypesFrom: '~@hub/graphql',
          namespacedImportName: 'Types',
          externalFragments: external,
        },
      });
      return [filename, `${generatedBanner}\n${output.trim()}\n`];
    }),
  );
}

function webDocuments(root) {
  const all = fs
    .readdirSync(path.join(root, 'libs'), { recursive: true })
    .map((file) => `libs/${file}`.replaceAll('\\', '/'));
  return all.filter((file) => /\/web\/(.+\/)?[^/]+\.graphql$/.test(file)).sort();
}

/** `core` or the plugin's id. */
function roomOf(file) {
  const [, first, second] = file.split('/');
  return first === 'plugins' ? second : first;
}

function repeatedNames(files) {
  const seen = new Map();
  const problems = [];
  for (const { file, ast } of files) {
    for (const definition of ast.definitions) {
      const name = definition.name?.value;
      if (!name) problems.push(`${file}: give every operation a name`);
      else if (seen.has(name))
        problems.push(`${file}: "${name}" is already the name of a document in ${seen.get(name)}`);
      else seen.set(name, file);
    }
  }
  return problems;
}

/** The definitions of fragments that a file spreads, near or far, and does not define itself. */
function usedFragments(file, files) {
  const reachable = new Map();
  for (const other of files) {
    if (other !== file && (other.room === file.room || other.room === 'core')) {
      for (const definition of other.ast.definitions)
        if (definition.kind === Kind.FRAGMENT_DEFINITION) reachable.set(definition.name.value, definition);
    }
  }
  const found = new Map();
  const collect = (node) =>
    visit(node, {
      FragmentSpread({ name: { value } }) {
        const fragment = reachable.get(value);
        if (!fragment || found.has(value)) return;
        found.set(value, fragment);
        collect(fragment);
      },
    });
  collect(file.ast);
  return [...found.values()];
}

function describe(file, error) {
  const line = error instanceof GraphQLError ? error.locations?.[0]?.line : undefined;
  return `${file}${line ? `:${line}` : ''}: ${error.message}`;
}
