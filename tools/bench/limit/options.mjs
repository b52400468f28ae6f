/** What may be said behind `npm run bench --`. */
import { parseArgs } from 'node:util';
import { Refusal } from '../../launcher/refusal.mjs';
import { postsOf } from './world/sizes.mjs';

/**
 * @param {readonly string[]} args
 * @param {readonly string[]} known the workloads that there are
 * @returns {{size: string, only: string[], rounds: number, seconds: number}} throws a Refusal that says what may be said
 */
export function optionsIn(args, known) {
  const { size, only, rounds, seconds } = parsed(args);
  const chosen = only ? only.toUpperCase().split(',') : [...known];
  const unknown = chosen.find((id) => !known.includes(id));
  if (unknown) throw new Refusal(`There is no ${unknown}. There are ${known.join(', ')}.`);
  if (!(size in postsOf)) throw new Refusal(`A network is ${Object.keys(postsOf).join(', ')}.`);
  return { size, only: chosen, rounds: positive('rounds', rounds), seconds: positive('seconds', seconds) };
}

function parsed(args) {
  try {
    const options = {
      size: { type: 'string', default: 'mid' },
      only: { type: 'string' },
      rounds: { type: 'string', default: '4' },
      seconds: { type: 'string', default: '2' },
    };
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Refusal(`${error.message} Such as npm run bench -- --size small --only W1,W3 --rounds 4 --seconds 2.`);
  }
}

function positive(name, text) {
  const value = Number(text);
  if (!(value > 0)) throw new Refusal(`--${name} is a number above 0.`);
  return value;
}
