/** The one place where the plugins' schemas are composed for the tools: the api's own `composeSchemaText`, built and called. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, loadConfigFromFile } from 'vite';

const entry = 'apps/api/src/schema.ts';

/** The composed schema as text. Throws what composition throws when the plugins do not fit together. */
export async function composeSchema(root) {
  if (!fs.existsSync(path.join(root, entry)))
    return fs.readFileSync(path.join(root, 'libs/graphql/schema.graphql'), 'utf8');

  const outDir = path.join(root, '.cache', `schema-${process.pid}`);
  try {
    await buildEntry(root, outDir);
    const { composeSchemaText } = await import(pathToFileURL(path.join(outDir, 'schema.js')).href);
    return `${composeSchemaText().trim()}\n`;
  } finally {
    fs.rmSync(outDir, { recursive: true, force: true });
  }
}

async function buildEntry(root, outDir) {
  const configFile = path.join(root, 'apps/api/vite.config.mjs');
  const loaded = await loadConfigFromFile({ command: 'build', mode: 'production' }, configFile);
  const config = loaded?.config ?? {};
  const rollupOptions = { ...config.build?.rollupOptions, input: { schema: path.join(root, entry) } };
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    build: { ...config.build, outDir, sourcemap: false, rollupOptions },
  });
}
