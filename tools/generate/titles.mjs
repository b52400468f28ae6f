/** The names of tests as they are written: what the pages that map promises to tests are made of and held against. */
import fs from 'node:fs';
import path from 'node:path';

const named = /(?:\b(?:it|describe)|\))\(\s*(?:'((?:[^'\\\n]|\\.)+)'|"([^"\n]+)"|`([^`]+)`)/g;

/**
 * The titles of the tests and groups in a spec, in its order.
 * @param {string} file
 * @returns {string[]}
 */
export function titlesIn(file) {
  const titles = fs.readFileSync(file, 'utf8').matchAll(named);
  return [...titles].map(([, single, double, template]) => single ?? double ?? template ?? '');
}

/**
 * The rows of the security page that a test's name ends with: `(S11, W5)`.
 * @param {string} title
 * @returns {string[]}
 */
export function rowsIn(title) {
  return /\(([A-Z]\d+(?:, [A-Z]\d+)*)\)$/.exec(title)?.[1]?.split(', ') ?? [];
}

/**
 * Every spec of the project, by path and in order.
 * @param {string} root
 * @returns {string[]}
 */
export function specsOf(root) {
  const folders = ['apps', 'libs', 'tests', 'tools'].filter((folder) => fs.existsSync(path.join(root, folder)));
  return folders
    .flatMap((folder) =>
      fs
        .readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
        .map((file) => `${folder}/${file}`.replaceAll('\\', '/')),
    )
    .filter((file) => /\.spec\.tsx?$/.test(file) && !file.includes('node_modules'))
    .sort();
}
