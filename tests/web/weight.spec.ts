/** What a phone on a slow line must fetch before the first page shows: counted on the build that is served. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

const built = path.resolve(process.cwd(), 'dist/apps/web');
const manifest = path.join(built, '.vite/manifest.json');
const mostBytes = 190 * 1024;

/** Pages that people open first, by the end of their source file. */
const firstPages = ['home/home.page.tsx', 'care-models/care-model.page.tsx', 'threads/web/thread.page.tsx'];

describe('The first page', () => {
  it.each(firstPages)('needs at most 190 KB of compressed scripts: %s', (page) => {
    const chunks = readManifest();

    expect(scriptsFor(chunks, page).reduce((sum, file) => sum + compressedSize(file), 0)).toBeLessThanOrEqual(
      mostBytes,
    );
  });
});

function readManifest(): Readonly<Record<string, Chunk>> {
  if (!existsSync(manifest)) throw new Error(`Build the web page first (npm test and npm start do): no ${manifest}`);
  return JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Chunk>;
}

/** The files of the entry and of the page, with all that they import before they run. */
function scriptsFor(chunks: Readonly<Record<string, Chunk>>, page: string): string[] {
  const keys = Object.keys(chunks);
  const entry = keys.find((key) => chunks[key]?.isEntry);
  const ofPage = keys.find((key) => key.endsWith(page));
  if (!entry || !ofPage) throw new Error(`The build has no entry or no ${page}`);
  const wanted = new Set<string>();
  const take = (key: string): void => {
    if (wanted.has(key)) return;
    wanted.add(key);
    for (const next of chunks[key]?.imports ?? []) take(next);
  };
  take(entry);
  take(ofPage);
  return [...wanted].flatMap((key) => chunks[key]?.file ?? []).filter((file) => file.endsWith('.js'));
}

function compressedSize(file: string): number {
  return gzipSync(readFileSync(path.join(built, file))).length;
}
