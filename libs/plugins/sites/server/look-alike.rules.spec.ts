import { looksLike } from './look-alike.rules';

it.each([
  ['Northvale', 'NORTH vale'],
  ['Northvale', 'North-Vale.'],
  ['Northvale', 'Nоrthvаle'],
  ['Harbourside', 'Harboursidé'],
  ['Fenmarsh', 'Fenrnarsh'],
  ['Westhaven', 'VVesthaven'],
  ['Oakenshore', '0akenshore'],
  ['Tollbridge', 'To11bridge'],
  ['Eastmere', 'Ｅａｓｔｍｅｒｅ'],
])('%s is mistaken for %s (T5)', (name, other) => {
  expect(looksLike(name, other)).toBe(true);
});

it.each([
  ['Northvale', 'Northdale'],
  ['Northvale', 'Northvale South'],
  ['Fenmarsh', 'Fernmarsh'],
])('%s is another name than %s', (name, other) => {
  expect(looksLike(name, other)).toBe(false);
});
