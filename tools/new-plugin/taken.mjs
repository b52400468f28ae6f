/** Whether the hub has room for a plugin of that name: its folder, types, root fields and page may not be there yet. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { buildSchema } from 'graphql';
import { badId, namesFor } from './names.mjs';

/**
 * Why a plugin of this name cannot be made in the project, as one sentence; an empty text when it can.
 * @param {string} root
 * @param {string | undefined} id
 */
export function refusalFor(root, id) {
  const wrong = badId(id);
  if (wrong) return wrong;
  const names = namesFor(id, 0);
  if (existsSync(path.join(root, 'libs/plugins', id))) return `There is a plugin "${id}" already: choose another id.`;
  const what = takenName(root, names);
  return what ? `"${id}" cannot be the id of a plugin: the hub has ${what} already.` : '';
}

/**
 * A number for the new plugin's migration: the present time, or more where another migration is dated later still.
 * @param {string} root
 */
export function nextMigration(root) {
  const numbers = filesUnder(root, /\.migrations\.ts$/).flatMap((file) =>
    (readFileSync(file, 'utf8').match(/\b[A-Za-z]+\d{13}\b/g) ?? []).map((name) => Number(name.slice(-13))),
  );
  return Math.max(Date.now(), ...numbers.map((number) => number + 1));
}

function takenName(root, { Type, one, all, many }) {
  const schema = buildSchema(readFileSync(path.join(root, 'libs/graphql/schema.graphql'), 'utf8'));
  const types = ['', 'Connection', 'Edge', 'Payload', 'Filter'].map((end) => `${Type}${end}`);
  const type = [...types, `Create${Type}Input`].find((name) => schema.getType(name));
  if (type) return `a type ${type}`;
  const queries = schema.getQueryType()?.getFields() ?? {};
  const field = [one, all].find((name) => queries[name]);
  if (field) return `a query ${field}`;
  const page = `'/${many}'`;
  const pages = filesUnder(root, /\.plugin\.tsx$/);
  return pages.some((file) => readFileSync(file, 'utf8').includes(page)) ? `a page at /${many}` : '';
}

function filesUnder(root, pattern) {
  const libs = path.join(root, 'libs');
  const names = readdirSync(libs, { recursive: true }).filter((name) => pattern.test(name));
  return names.map((name) => path.join(libs, name));
}
