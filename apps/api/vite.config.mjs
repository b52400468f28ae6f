import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { hubAliases, schemaAsText } from '../../vite.aliases.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

export default defineConfig({
  root: here,
  resolve: { alias: hubAliases },
  plugins: [schemaAsText],
  build: {
    ssr: true,
    target: 'node20',
    outDir: path.resolve(here, '../../dist/apps/api'),
    emptyOutDir: true,
    sourcemap: true,
    minify: false,
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
    },
  },
});
