/** Keeps docs/contract-tests.md true: each sentence of the contract has a test that exists, and no operation is left out. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Kind, parse } from 'graphql';

const root = path.join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** The rows of the page: sentence, file, test. */
const rows = read('docs/contract-tests.md')
  .split('\n')
  .flatMap((line) => {
    const [, sentence, file, test] = /^\| (.+?) +\| `(.+?)` +\| (.+?) +\|$/.exec(line) ?? [];
    return sentence && file && test ? [{ sentence, file, test }] : [];
  });

/** The titles of the tests and groups in a spec, as they are written. */
function titlesIn(file: string): string[] {
  const titles = read(file).matchAll(/(?:\b(?:it|describe)|\))\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"([^"\n]+)"|`([^`]+)`)/g);
  return [...titles].map(([, single, double, template]) => single ?? double ?? template ?? '');
}

it('every sentence names a test that exists', () => {
  const missing = rows.filter(({ file, test }) => !existsSync(path.join(root, file)) || !titlesIn(file).includes(test));

  expect(missing).toEqual([]);
  expect(rows.length).toBeGreaterThan(100);
});

it('no operation of the contract is left out', () => {
  const { definitions } = parse(read('tests/contract/api-contract.graphql'));
  const operations = definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && /^(Query|Mutation|Subscription)$/.test(definition.name.value)
      ? (definition.fields ?? []).map((field) => field.name.value)
      : [],
  );
  const named = rows.map(({ sentence }) => sentence).join('\n');

  expect(operations.filter((name) => !named.includes(`\`${name}\``))).toEqual([]);
});
