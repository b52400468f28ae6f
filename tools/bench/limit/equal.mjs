/** Whether both sides gave the same answer: deep equality, with times as moments and without what only one side can give. Pure. */

/**
 * Where two answers differ first, as a sentence; null where they are equal.
 * @param {unknown} hub
 * @param {unknown} raw
 * @param {readonly string[]} leftOut names of fields that are not compared
 */
export function differenceOf(hub, raw, leftOut = [], path = 'data') {
  if (Array.isArray(hub) && Array.isArray(raw)) {
    if (hub.length !== raw.length) return `${path}: the hub gives ${hub.length}, raw SQL ${raw.length}`;
    return firstOf(hub.keys(), (at) => differenceOf(hub[at], raw[at], leftOut, `${path}[${at}]`));
  }
  if (isObject(hub) && isObject(raw)) {
    const names = new Set([...Object.keys(hub), ...Object.keys(raw)].filter((name) => !leftOut.includes(name)));
    return firstOf(names, (name) => differenceOf(hub[name], raw[name], leftOut, `${path}.${name}`));
  }
  if (leaf(hub) === leaf(raw)) return null;
  return `${path}: the hub gives ${JSON.stringify(hub)}, raw SQL ${JSON.stringify(raw)}`;
}

function firstOf(items, difference) {
  for (const item of items) {
    const found = difference(item);
    if (found) return found;
  }
  return null;
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

function leaf(value) {
  return typeof value === 'string' && moment.test(value) ? new Date(value).getTime() : value;
}
