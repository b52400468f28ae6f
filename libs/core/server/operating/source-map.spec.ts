import { SourceMap as NodesSourceMap } from 'node:module';
import { writtenPlaces } from './source-map';

/** `a.ts` and `b.ts` in two lines: a segment without a source, ones with names, and steps back to an earlier line and file. */
const map = { mappings: 'AAAA,IAAIA,aAAa,E;;ACCjB,SDDKC', sources: ['a.ts', 'b.ts'] };
const places = [0, 3, 4, 17, 18, 40].flatMap((column) => [1, 2, 3].map((line) => ({ line, column })));

it('finds where each place was written, as Node does, in whatever order they are asked', () => {
  const nodes = new NodesSourceMap({
    ...map,
    version: 3,
    file: 'built.js',
    sourcesContent: [],
    names: [],
    sourceRoot: '',
  });
  const expected = places.map(({ line, column }) => {
    const entry = nodes.findEntry(line - 1, column) as {
      originalSource?: string;
      generatedLine: number;
      originalLine: number;
      originalColumn: number;
    };
    const isThere = entry.originalSource !== undefined && entry.generatedLine === line - 1;
    return isThere
      ? { source: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn }
      : null;
  });

  expect(writtenPlaces(map, places)).toEqual(expected);
  expect(writtenPlaces(map, [...places].reverse())).toEqual([...expected].reverse());
  expect(expected.filter(Boolean).length).toBeGreaterThan(5);
});

it('says nothing of places before the first segment of their line, or past the end of the map', () => {
  expect(
    writtenPlaces(map, [
      { line: 2, column: 5 },
      { line: 9, column: 0 },
    ]),
  ).toEqual([null, null]);
  expect(writtenPlaces({ mappings: '', sources: [] }, [{ line: 1, column: 0 }])).toEqual([null]);
});
