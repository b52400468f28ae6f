/**
 * Writes what is derived from the GraphQL schema: the composed snapshot, its types, the text limits and a typed document beside
 * each `.graphql` file of the web parts; and from the names of tests, the page that lists them by the promises they prove. `--check` writes nothing, names what is stale and ends with 1. `--from-snapshot`
 * takes the committed snapshot for the schema, for working on pages while the server does not build.
 */
import fs from 'node:fs';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { composeSchema } from './generate/compose.mjs';
import { findDocuments, typedDocuments } from './generate/documents.mjs';
import { possibleTypesModule, schemaTypes, guardedTextsModule, textLimitsModule } from './generate/schema.mjs';
import { securityTestsPage } from './generate/security-tests.mjs';

const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..');
const onlyCheck = process.argv.includes('--check');

const fromSnapshot = process.argv.includes('--from-snapshot');
const sdl = fromSnapshot ? read('libs/graphql/schema.graphql') : await composeSchema(root);
const schema = buildSchema(sdl, { assumeValid: true });
const { files: documents, problems } = findDocuments(root, schema);
if (problems.length > 0)
  stop(`The documents do not fit the schema:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);

const outputs = new Map([
  ['libs/graphql/schema.graphql', sdl],
  ['libs/graphql/schema.ts', await schemaTypes(schema)],
  ['libs/graphql/limits.ts', textLimitsModule(schema)],
  ['libs/graphql/guarded-texts.ts', guardedTextsModule(schema)],
  ['libs/graphql/possible-types.ts', possibleTypesModule(schema)],
  ...(await typedDocuments(schema, documents)),
  ['docs/assurance/security-tests.md', securityTestsPage(root)],
]);

const stale = [...outputs].filter(([file, text]) => read(file) !== text).map(([file]) => file);
if (onlyCheck && stale.length > 0)
  stop(`These files are stale. Run "npm run generate".\n${stale.map((file) => `  ${file}`).join('\n')}`);
if (!onlyCheck) stale.forEach(write);
console.log(
  onlyCheck
    ? `${outputs.size} generated files are up to date.`
    : `${stale.length} of ${outputs.size} generated files written.`,
);

function read(file) {
  const full = path.join(root, file);
  return fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : null;
}

function write(file) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), outputs.get(file));
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
