import path from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { hubAliases } from '../../vite.aliases.mjs';
import { writeOperations } from './write-operations.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const nodeModules = path.resolve(here, '../../node_modules');
const api = `http://127.0.0.1:${process.env.HUB_API_PORT ?? process.env.PORT ?? 3000}`;

/** Files that the page itself loads: Vite asks for these before it asks for those of any part that comes later. */
const ofThePage = new Set();

/** What a part that comes later needs beside itself, without what is there by then: naming that again for each would weigh kilobytes. */
function notYetThere(_file, dependencies, { hostType }) {
  if (hostType === 'js') return dependencies.filter((file) => !ofThePage.has(file));
  for (const file of dependencies) ofThePage.add(file);
  return dependencies;
}

export default defineConfig({
  root: here,
  resolve: { alias: hubAliases },
  plugins: [react(), writeOperations(fileURLToPath(import.meta.url))],
  css: { preprocessorOptions: { scss: { loadPaths: [nodeModules], quietDeps: true, style: 'compressed' } } },
  server: { proxy: { '/graphql': { target: api, ws: true }, '/auth': api, '/health': api } },
  build: {
    outDir: path.resolve(here, '../../dist/apps/web'),
    emptyOutDir: true,
    manifest: true,
    sourcemap: false,
    // The design system's stylesheet holds an old media query that Vite's own minifier refuses; Sass compresses it instead.
    cssMinify: false,
    // Nothing may be inlined: the content security policy allows no data: scripts or styles.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: notYetThere },
    // Contracts, limits of texts, components, forms and slots do nothing by being there: a page fetches only what it uses of them.
    rolldownOptions: {
      treeshake: {
        moduleSideEffects: (id) => !/\/libs\/(.+\/contract|graphql|ui|core\/web\/forms|core\/web\/slots)\//.test(id),
      },
    },
  },
});
