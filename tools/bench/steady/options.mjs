/** What may be said behind `npm run bench -- steady`. */
import { parseArgs } from 'node:util';
import { Refusal } from '../../launcher/refusal.mjs';

const options = {
  minutes: { type: 'string', default: '30' },
  rate: { type: 'string', default: '20' },
  sockets: { type: 'string', default: '60' },
};

/** @returns {{minutes: number, rate: number, sockets: number}} throws a Refusal that says what may be said */
export function optionsIn(args) {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const numbers = Object.entries(values).map(([name, text]) => [name, Number(text)]);
    if (numbers.every(([, value]) => value > 0)) return Object.fromEntries(numbers);
  } catch {
    // Said below.
  }
  throw new Refusal('Say at most how long and how much: npm run bench -- steady --minutes 30 --rate 20 --sockets 60.');
}
