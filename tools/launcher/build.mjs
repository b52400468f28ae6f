/** Builds the API and the web page when their sources differ from what was built last. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { runNode } from './children.mjs';
import { fingerprint } from './fingerprint.mjs';
import { inProject, root } from './project.mjs';
import { Refusal } from './refusal.mjs';
import { say } from './say.mjs';
import { oneAtATime } from './turn.mjs';

const sources = [
  'apps',
  'libs',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'types.d.ts',
  'vite.aliases.mjs',
];
const results = ['dist/apps/api/main.js', 'dist/apps/web/index.html', 'dist/apps/web/operations.json'];
const record = inProject('dist', 'built-from');

/** Makes sure that `dist/` holds what the sources say. Refuses when the build fails. */
export async function buildHub() {
  if (isBuilt(fingerprint(root, sources))) return;
  await oneAtATime('build', async () => {
    const print = fingerprint(root, sources);
    if (isBuilt(print)) return;
    say('Building the API and the web page ...');
    rmSync(record, { force: true });
    if ((await nx(['run-many', '-t', 'build', '-p', 'api,web'])) !== 0) {
      throw new Refusal('The hub could not be built: see what the build says above.');
    }
    mkdirSync(inProject('dist'), { recursive: true });
    writeFileSync(record, print);
  });
}

function isBuilt(print) {
  if (!existsSync(record) || !results.every((file) => existsSync(inProject(file)))) return false;
  return readFileSync(record, 'utf8') === print;
}

/** Runs Nx quietly inside the project: no background process, no cloud, nothing kept outside the folder. */
export function nx(args) {
  return runNode([inProject('node_modules/nx/dist/bin/nx.js'), ...args, '--outputStyle=static'], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: undefined,
      NX_DAEMON: 'false',
      NX_NO_CLOUD: 'true',
      NX_TUI: 'false',
      NX_NATIVE_FILE_CACHE_DIRECTORY: inProject('.nx', 'native'),
    },
  });
}
