/** Keeps docs/assurance true: each test that a page names exists, and each test that names a row of the security page is on it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { titlesIn } from '../contract/support/titles';

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
function namedTests(page: string): { file: string; test: string; cells: string[] }[] {
  return rowsOf(page).flatMap((cells) =>
    cells.flatMap((cell, at) => {
      const [, file] = /^`([^`]+\.spec\.tsx?)`$/.exec(cell) ?? [];
      return file ? [{ file, test: cells[at + 1] ?? '', cells }] : [];
    }),
  );
}

function specs(under: string): string[] {
  return readdirSync(path.join(root, under), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.spec\.tsx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => `${under}/${file}`);
}

/** The rows named at the end of a test's name: (S11, W5). */
function idsIn(title: string): string[] {
  return /\(([A-Z]\d+(?:, [A-Z]\d+)*)\)$/.exec(title)?.[1]?.split(', ') ?? [];
}

const securityRows = rowsOf('security.md').filter(
  ([id, , state]) => /^[A-Z]\d+$/.test(id ?? '') && states.includes(state ?? ''),
);
const securityTests = namedTests('security.md').map(({ file, test, cells }) => ({ id: cells[0] ?? '', file, test }));

it.each(pages)('every test that %s names exists', (page) => {
  const missing = namedTests(page).filter(
    ({ file, test }) => !existsSync(path.join(root, file)) || !titlesIn(path.join(root, file)).includes(test),
  );

  expect(missing.map(({ file, test }) => `${file}: ${test}`)).toEqual([]);
});

it('every test that names a row of the security page stands on it under that row', () => {
  const listed = new Set(securityTests.map(({ id, file, test }) => `| ${id} | \`${file}\` | ${test} |`));
  const tagged = [...specs('libs'), ...specs('tests'), ...specs('apps')].flatMap((file) =>
    titlesIn(path.join(root, file)).flatMap((title) => idsIn(title).map((id) => `| ${id} | \`${file}\` | ${title} |`)),
  );

  expect(tagged.filter((row) => !listed.has(row))).toEqual([]);
  expect(tagged.length).toBeGreaterThan(100);
});

it('every row has a state: what is met has a test, and what is not says what is missing', () => {
  const tested = new Set(securityTests.map(({ id }) => id));
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
