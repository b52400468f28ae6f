/** A loader process, told what to do by messages. */
import { fileURLToPath } from 'node:url';
import { start } from '../../launcher/children.mjs';

const script = fileURLToPath(new URL('./loader.mjs', import.meta.url));

/** @returns {(order: string, rest?: object) => Promise<unknown>} rejects with what went wrong there */
export function startSide() {
  const child = start(process.execPath, [script], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const waiting = new Map();
  let last = 0;
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error) reject(new Error(error));
    else resolve(result);
  });
  child.ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('The loader ended.'));
  });
  return (order, rest = {}) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      child.send({ id: last, order, ...rest });
    });
}
