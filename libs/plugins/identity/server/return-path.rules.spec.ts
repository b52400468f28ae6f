import { safeReturnPath } from './return-path.rules';

it.each(['/', '/interventions/new?from=x#draft', '/search?q=a%20b', '/a//b'])('%s is a page of this hub', (path) => {
  expect(safeReturnPath(path)).toBe(path);
});

it.each([
  undefined,
  '',
  'interventions',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example/',
  'javascript:alert(1)',
  '/\t/evil.example',
  '/x\r\nset-cookie: a=b',
  '/.//evil.example',
  `/${'a'.repeat(2001)}`,
])('%j leads home', (path) => {
  expect(safeReturnPath(path)).toBe('/');
});
