/**
 * Says of the frames of a stack which file and line people wrote, where the hub runs as it was built. The maps beside the built files are read
 * when an error is logged, and not before: kept in memory they would weigh more than the hub.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';
import { writtenPlaces, type Place, type SourceMap } from './source-map';

/** Errors come from the same places again and again. */
const known = new LRUCache<string, string>({ max: 500 });

const built = /(file:\/\/\S+?\.js):(\d+):(\d+)/g;

/** The same frames, with the places that a map knows in place of those of built files. */
export function writtenFrames(frames: string): string {
  learn(frames);
  return frames.replace(built, (place) => known.get(place) ?? place);
}

/** What failed, in the words of the error, and where: for administrators, who alone may read what is kept of it. */
export function writtenProblem(error: unknown): string {
  return error instanceof Error ? writtenFrames(error.stack ?? error.message) : String(error);
}

/** Asks each map once for all places of it. */
function learn(frames: string): void {
  const asked = new Map<string, Map<string, Place>>();
  for (const [place, file = '', line, column] of frames.matchAll(built)) {
    if (known.has(place)) continue;
    const ofFile = asked.get(file) ?? new Map<string, Place>();
    asked.set(file, ofFile.set(place, { line: Number(line), column: Number(column) - 1 }));
  }
  for (const [file, places] of asked) {
    const found = places.size > 0 ? lookUp(file, [...places.values()]) : [];
    for (const [at, place] of [...places.keys()].entries()) known.set(place, found[at] ?? place);
  }
}

function lookUp(file: string, places: readonly Place[]): (string | null)[] {
  const map = mapOf(file);
  if (!map) return [];
  return writtenPlaces(map, places).map(
    (found) => found && `${inProject(found.source)}:${found.line}:${found.column + 1}`,
  );
}

/** Null where there is none, or none that can be read: an error is logged all the same. */
function mapOf(file: string): SourceMap | null {
  try {
    const map = `${fileURLToPath(file)}.map`;
    return existsSync(map) ? (JSON.parse(readFileSync(map, 'utf8')) as SourceMap) : null;
  } catch {
    return null;
  }
}

/** Sources are named from the folder of the built file, which lies in the project's. */
const inProject = (source: string): string => source.replace(/^(\.\.\/)+/, '');
