/** Keeps docs/assurance true: each test that a page names exists, each test that names a row is listed, and no row is met without one. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { securityTestsPage } from '../../tools/generate/security-tests.mjs';
import { rowsIn, specsOf, titlesIn } from '../../tools/generate/titles.mjs';

const root = path.join(import.meta.dirname, '../..');
const folder = 'docs/assurance';
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = readdirSync(path.join(root, folder)).filter((file) => file.endsWith('.md'));
const states = ['met', 'partly', 'not met', 'does not apply yet'];

/** Cells of the rows of all tables of a page. */
function rowsOf(page: string): string[][] {
  return read(`${folder}/${page}`)
    .split('\n')
    .filter((line) => /^\|(?! ?-)/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll(/\\([_*|])/g, '$1')),
    );
}

/** Where a page names a spec file in one cell and a test in the next. */
function namedTests(page: string): { file: string; test: string }[] {
  return rowsOf(page).flatMap((cells) =>
    cells.flatMap((cell, at) => {
      const [, file] = /^`([^`]+\.spec\.tsx?)`$/.exec(cell) ?? [];
      return file ? [{ file, test: cells[at + 1] ?? '' }] : [];
    }),
  );
}

const securityRows = rowsOf('security.md').filter(
  ([id, , state]) => /^[A-Z]\d+$/.test(id ?? '') && states.includes(state ?? ''),
);
const tagged = specsOf(root).flatMap((file) => titlesIn(path.join(root, file)).flatMap(rowsIn));

it.each(pages)('every test that %s names exists (J1, J2)', (page) => {
  const missing = namedTests(page).filter(
    ({ file, test }) => !existsSync(path.join(root, file)) || !titlesIn(path.join(root, file)).includes(test),
  );

  expect(missing.map(({ file, test }) => `${file}: ${test}`)).toEqual([]);
});

it('every test that names a row is listed, by the generator, under that row (J1)', () => {
  const listed = read(`${folder}/security-tests.md`);

  expect(listed).toBe(securityTestsPage(root));
  expect(listed.match(/^- `/gm)).toHaveLength(tagged.length);
  expect(tagged.length).toBeGreaterThan(250);
});

it('every row has a state: what is met has a test, and what is not says what is missing (J1)', () => {
  const tested = new Set(tagged);
  const wrong = securityRows.filter(([id = '', , state, missing]) =>
    state === 'met' ? !tested.has(id) : missing === '',
  );
  const unknown = [...tested].filter((id) => !securityRows.some(([row]) => row === id));

  expect(wrong.map(([id]) => id)).toEqual([]);
  expect(unknown).toEqual([]);
  expect(securityRows.length).toBeGreaterThan(80);
});

it('every link of these pages leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...read(`${folder}/${page}`).matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, link = '']) => link)
      .filter((link) => !link.startsWith('http') && !existsSync(path.join(root, folder, link)))
      .map((link) => `${page}: ${link}`),
  );

  expect(broken).toEqual([]);
});

it('what is up for appraisal is what the page of records says', () => {
  const page = rowsOf('records-and-retention.md').map(([, name, period]) => `${name}: ${period}`);
  const source = read('libs/plugins/administration/server/retention.ts');
  const rows = [...source.matchAll(/name: '([^']+)',\s+keptFor: [^\n]+\n\s+period: '([^']+)'/g)].map(
    ([, name, period]) => `${name}: ${period}`,
  );

  expect(rows.filter((row) => !page.includes(row))).toEqual([]);
  expect(rows.length).toBeGreaterThan(5);
});
