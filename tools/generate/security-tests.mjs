/** The page that lists, for each row of docs/assurance/security.md, the tests whose names end with it. */
import path from 'node:path';
import { rowsIn, specsOf, titlesIn } from './titles.mjs';

const groups = 'SZQWTFORJ';

const opening = `# The tests of each row

Made by \`npm run generate\` from the names of the tests: one that proves a row of [security.md](security.md) ends its name with the row in
brackets, such as \`(S11)\`. How far each row is met, and what is missing, is said there.
`;

/**
 * The page as text. A name with \`%\` stands for a row of cases.
 * @param {string} root
 * @returns {string}
 */
export function securityTestsPage(root) {
  /** @type {Map<string, string[]>} */
  const lines = new Map();
  for (const file of specsOf(root)) {
    for (const title of titlesIn(path.join(root, file))) {
      for (const row of rowsIn(title)) lines.set(row, [...(lines.get(row) ?? []), lineOf(file, title)]);
    }
  }
  const rows = [...lines].sort(([a], [b]) => placeOf(a) - placeOf(b));
  return `${opening}${rows.map(([row, tests]) => `\n## ${row}\n\n${tests.join('\n')}\n`).join('')}`;
}

/** One line for each test, so that two changes of different tests never meet in one line. */
function lineOf(file, title) {
  return `- \`${file}\`: ${title.replaceAll(/\\(['"\\])/g, '$1').replaceAll(/[*_<]/g, '\\$&')}`;
}

function placeOf(row) {
  return groups.indexOf(row.charAt(0)) * 1000 + Number(row.slice(1));
}
