import { brokenLine } from './json-line';

it.each([
  ['a word without quotes', '{\n  "format": oops\n}', 2],
  ['a name without quotes', '{\n  "format": "x",\n  oops\n}', 3],
  ['a comma too many', '{\n  "sites": [\n    1,\n  ]\n}', 4],
  ['more after its end', '{}\n\n{}', 3],
  ['an end that is missing', '{\n  "sites": [', 2],
  ['no JSON at all', 'Dear colleagues', 1],
])('finds the line of %s', (_what, text, line) => {
  expect(brokenLine(text)).toBe(line);
});
