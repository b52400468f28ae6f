/** Keeps docs/contract-tests.md true: each sentence of the contract has a test that exists, and no operation is left out. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { operationsOfTheContract } from './support/inputs';
import { titlesIn } from '../../tools/generate/titles.mjs';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The rows of the page: sentence, file, test. */
const rows = read('docs/contract-tests.md')
  .split('\n')
  .flatMap((line) => {
    const [, sentence, file, test] = /^\| (.+?) +\| `(.+?)` +\| (.+?) +\|$/.exec(line) ?? [];
    return sentence && file && test ? [{ sentence, file, test }] : [];
  });

it('every sentence names a test that exists', () => {
  const missing = rows.filter(
    ({ file, test }) => !existsSync(path.join(root, file)) || !titlesIn(path.join(root, file)).includes(test),
  );

  expect(missing).toEqual([]);
  expect(rows.length).toBeGreaterThan(100);
});

it('no operation of the contract is left out', () => {
  const operations = operationsOfTheContract('Query', 'Mutation', 'Subscription');
  const named = rows.map(({ sentence }) => sentence).join('\n');

  expect(operations.filter((name) => !named.includes(`\`${name}\``))).toEqual([]);
});
