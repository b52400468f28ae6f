/** A step of the build: writes the operations that the built pages send beside them, for the server to know them again. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema, parse, validate } from 'graphql';
import { createServer } from 'vite';

/** A Vite plugin. `configFile` is the build's own, whose aliases the pages' modules need. */
export function writeOperations(configFile) {
  let folder = '';
  return {
    name: 'hub-operations',
    apply: 'build',
    configResolved(config) {
      folder = config.build.outDir;
    },
    async closeBundle(error) {
      if (error) return;
      await writeOperationsTo(folder, configFile);
    },
  };
}

/** Writes `operations.json` into a folder of built pages. `plugins` are further Vite plugins, for pages built from another list. */
export async function writeOperationsTo(folder, configFile, plugins = []) {
  const operations = (await loadOperations(configFile, plugins)).filter(fitsSchema(configFile));
  writeFileSync(path.join(folder, 'operations.json'), `${JSON.stringify(operations, null, 1)}\n`);
}

/** Whether a text can be run at all: what is spread into a field whose things it never is, no page sends. */
function fitsSchema(configFile) {
  const file = path.resolve(path.dirname(configFile), '../../libs/graphql/schema.graphql');
  const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValid: true });
  return (text) => validate(schema, parse(text)).length === 0;
}

/** The texts, found by running the very modules that the pages are made of. */
async function loadOperations(configFile, plugins) {
  const server = await createServer({
    configFile,
    plugins,
    appType: 'custom',
    logLevel: 'error',
    cacheDir: path.resolve(path.dirname(configFile), '../../node_modules/.vite/operations'),
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, watch: null, ws: false },
  });
  try {
    const { operations } = await server.ssrLoadModule('/src/operations.ts');
    return operations;
  } finally {
    await server.close();
  }
}
