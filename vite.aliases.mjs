import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(fileURLToPath(import.meta.url));

/** The `@hub/...` names, the same ones that tsconfig.base.json gives to the type checker. */
export const hubAliases = [
  { find: /^@hub\/core\/(.+)$/, replacement: `${root}/libs/core/$1` },
  { find: /^@hub\/plugins\/(.+)$/, replacement: `${root}/libs/plugins/$1` },
  { find: /^@hub\/(ui|graphql|testing|demonstration)$/, replacement: `${root}/libs/$1` },
];

/** Lets server code import a schema file as its text. */
export const schemaAsText = {
  name: 'hub-schema-as-text',
  transform(source, id) {
    if (id.endsWith('.graphql')) return { code: `export default ${JSON.stringify(source)};`, map: null };
  },
};
