import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writtenProblem } from './written-frames';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hub-frames-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** An error whose frame is in a built file, the third line of which was the first line of a source. */
function failedInBuiltFile(map: string | null): { error: Error; frame: string } {
  const built = path.join(folder, 'built.js');
  if (map) writeFileSync(`${built}.map`, map);
  const error = new Error('The letter was not written');
  const frame = `    at tellFollowers (${pathToFileURL(built).href}:3:1)`;
  error.stack = `Error: The letter was not written\n${frame}`;
  return { error, frame };
}

it('tells of what failed in its own words, and of the place where people wrote it', () => {
  const map = JSON.stringify({ version: 3, mappings: ';;AAAA', sources: ['../../libs/letters.ts'] });

  expect(writtenProblem(failedInBuiltFile(map).error)).toBe(
    'Error: The letter was not written\n    at tellFollowers (libs/letters.ts:1:1)',
  );
});

it.each([null, 'no map at all'])('leaves the place as it is where the map is %s', (map) => {
  const { error, frame } = failedInBuiltFile(map);

  expect(writtenProblem(error)).toBe(`Error: The letter was not written\n${frame}`);
});

it('says what was thrown where that is no error', () => {
  expect(writtenProblem('down')).toBe('down');
});
