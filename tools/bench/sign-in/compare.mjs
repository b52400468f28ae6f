/** Asks for two kinds of things in turn, and compares bytes and times. */
import { median, rocArea } from '../two-samples.mjs';

/**
 * Half of the pairs begin with one kind and half with the other, in no order that can be foreseen, so that load and what goes on behind an
 * answer fall on both alike.
 * @param {{tries: number, prepare?: () => Promise<unknown>, some: (n: number) => object, others: (n: number) => object, mask?: (text: string, call: object) => string}} one
 * @returns {Promise<{gap: number, area: number, medians: [number, number], answers: string[]}>}
 */
export async function compare(call, { tries, prepare, some, others, mask = (text) => text }) {
  const times = [[], []];
  const answers = new Set();
  for (let n = 0; n < tries; n += 1) {
    await prepare?.();
    const pair = [some(n), others(n)];
    for (const kind of Math.random() < 0.5 ? [0, 1] : [1, 0]) {
      const { ms, status, body } = await call(pair[kind]);
      times[kind].push(ms);
      answers.add(`${status} ${mask(body, pair[kind])}`);
    }
  }
  const medians = times.map(median);
  return { gap: Math.abs(medians[0] - medians[1]), area: rocArea(...times), medians, answers: [...answers] };
}
