/** The Chromium among the packages: unpacked once into the project's cache, with its libraries and fonts. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { runNode } from '../launcher/children.mjs';
import { inProject } from '../launcher/project.mjs';
import { Refusal } from '../launcher/refusal.mjs';

const cache = inProject('.cache', 'browser');

/** Whether a file is the browser this module unpacked. */
export const isUnpacked = (file) => path.resolve(file).startsWith(cache + path.sep);

/** The unpacked browser and the environment it needs. */
export async function unpackedBrowser() {
  const entry = packageEntry();
  const folder = path.join(cache, `chromium-${versionOf(entry)}`);
  if (!existsSync(path.join(folder, 'chromium'))) await unpack(entry, folder);
  const fonts = path.join(folder, 'fonts.conf');
  writeFileSync(fonts, fontSettings(folder));
  const libraries = [path.join(folder, 'al2023', 'lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':');
  return { executablePath: path.join(folder, 'chromium'), env: { FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: libraries } };
}

function packageEntry() {
  try {
    if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('no build for this machine');
    return createRequire(import.meta.url).resolve('@sparticuz/chromium');
  } catch {
    throw new Refusal(
      'No browser was found for the journeys: install Chrome or Chromium, or name one with HUB_CHROMIUM.',
    );
  }
}

function versionOf(entry) {
  const folder = entry.slice(0, entry.lastIndexOf(`${path.sep}build${path.sep}`));
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version;
}

/** Into a folder of its own first, then renamed, so that nobody ever meets a half-written browser. */
async function unpack(entry, folder) {
  mkdirSync(cache, { recursive: true });
  const half = mkdtempSync(path.join(cache, 'unpacking-'));
  const script = `import(${JSON.stringify(pathToFileURL(entry).href)}).then(async (it) => (it.default?.default ?? it.default).executablePath())`;
  const env = { ...process.env, TMPDIR: half, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' };
  try {
    if ((await runNode(['-e', script], { env, stdio: ['ignore', 'ignore', 'inherit'] })) !== 0) {
      throw new Refusal('The browser for the journeys could not be unpacked into .cache/browser.');
    }
    chmodSync(half, 0o755);
    chmodSync(path.join(half, 'chromium'), 0o755);
    renameSync(half, folder);
  } catch (error) {
    if (!existsSync(path.join(folder, 'chromium'))) throw error;
  } finally {
    rmSync(half, { recursive: true, force: true });
  }
}

const fontSettings = (folder) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts/fonts</dir>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`;
