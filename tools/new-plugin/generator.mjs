/** The Nx generator behind `npm run new-plugin`: a plugin from the templates, and its line in both lists. */
import path from 'node:path';
import { formatFiles, generateFiles } from '@nx/devkit';
import { withPlugin } from './lists.mjs';
import { namesFor } from './names.mjs';
import { nextMigration, refusalFor } from './taken.mjs';

const templates = path.join(path.dirname(new URL(import.meta.url).pathname), 'files');

/**
 * Writes the plugin into the tree, in house style. Throws one sentence, with nothing written, when the name cannot be used.
 * @param {import('@nx/devkit').Tree} tree
 * @param {{name: string}} options
 */
export default async function newPlugin(tree, { name: id }) {
  const refusal = refusalFor(tree.root, id);
  if (refusal) throw new Error(refusal);
  const names = namesFor(id, nextMigration(tree.root));
  generateFiles(tree, templates, `libs/plugins/${id}`, names);
  addTo(tree, 'apps/api/src/plugins.ts', { id, side: 'server', name: `${names.plugin}Plugin` });
  addTo(tree, 'apps/web/src/plugins.ts', { id, side: 'web', name: `${names.plugin}WebPlugin` });
  await formatFiles(tree);
}

function addTo(tree, file, plugin) {
  tree.write(file, withPlugin(tree.read(file, 'utf8'), plugin));
}
