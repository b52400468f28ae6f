/**
 * `node build-webs.mjs <folder> <plugin id>...`: builds the web pages once for each, with that one left out of the list (or several: `one+other`),
 * into `<folder>/<plugin id>`. One run of the builder makes them all, so that what they share is built once.
 */
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, loadConfigFromFile, mergeConfig } from 'vite';

const web = path.resolve(import.meta.dirname, '../../apps/web');
// A test looks up at the app, which no code of the hub does.
const { writeOperationsTo } = await import(path.join(web, 'write-operations.mjs'));
const [folder = '', ...ids] = process.argv.slice(2);
const sources = path.join(folder, 'sources');
const built = path.join(folder, 'built');

rmSync(folder, { recursive: true, force: true });
for (const id of ids) writeEntry(id);
await buildAll();
for (const id of ids) {
  cpSync(built, path.join(folder, id), { recursive: true });
  renameSync(path.join(folder, id, id, 'index.html'), path.join(folder, id, 'index.html'));
  await writeOperationsTo(path.join(folder, id), path.join(web, 'vite.config.mjs'), [listOf(id)]);
}
rmSync(built, { recursive: true });

/** The page's own entry beside a list of plugins that lacks one. */
function writeEntry(id) {
  const entry = path.join(sources, id, 'src');
  mkdirSync(entry, { recursive: true });
  cpSync(path.join(web, 'index.html'), path.join(sources, id, 'index.html'));
  const main = read('src/main.tsx').replace("'./hub.scss'", JSON.stringify(path.join(web, 'src/hub.scss')));
  writeFileSync(path.join(entry, 'main.tsx'), main);
  writeFileSync(path.join(entry, 'plugins.ts'), listWithout(id));
  const page = path.join(sources, id, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('"/src/main.tsx"', `"/${id}/src/main.tsx"`));
}

/** Vite plugin: the operations are those of the list without this one, too. */
function listOf(id) {
  const list = path.join(sources, id, 'src/plugins.ts');
  const isAsked = (source, importer) => source === './plugins' && importer?.endsWith('/src/operations.ts');
  return {
    name: 'list-without-a-plugin',
    enforce: 'pre',
    resolveId: (source, importer) => (isAsked(source, importer) ? list : null),
  };
}

function listWithout(id) {
  return id.split('+').reduce((list, one) => {
    const [line, name] = new RegExp(`^import \\{ (\\w+) \\} from '@hub/plugins/${one}/web';\\n`, 'm').exec(list) ?? [];
    if (!line) throw new Error(`apps/web/src/plugins.ts does not import the plugin "${one}".`);
    return list.replace(line, '').replace(`  ${name},\n`, '');
  }, read('src/plugins.ts'));
}

async function buildAll() {
  const { config } = await loadConfigFromFile(
    { command: 'build', mode: 'production' },
    path.join(web, 'vite.config.mjs'),
  );
  const input = Object.fromEntries(ids.map((id) => [id, path.join(sources, id, 'index.html')]));
  const own = {
    root: sources,
    publicDir: path.join(web, 'public'),
    configFile: false,
    logLevel: 'warn',
    build: { outDir: built, rollupOptions: { input } },
  };
  await build(mergeConfig(config, own));
}

function read(file) {
  return readFileSync(path.join(web, file), 'utf8');
}
