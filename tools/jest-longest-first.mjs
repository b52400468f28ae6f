/** The order of test files: those that take minutes begin first, so that no worker ends alone with one of them. */
import Sequencer from '@jest/test-sequencer';

/** By what was measured, the longest first. */
const long = [
  'leak-matrix/leak-matrix.db',
  'leak-matrix/leak-matrix-others',
  'leak-matrix/changes',
  'leave-out/',
  'leak-matrix/seeded-leak',
  'new-plugin/',
  'fuzz/',
  'bad-input',
  'leak-matrix/replicated-leak',
];

export default class LongestFirst extends Sequencer {
  /** @param {import('@jest/test-result').Test[]} tests */
  async sort(tests) {
    return (await super.sort(tests)).sort((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ path }) {
  const at = long.findIndex((part) => path.includes(part));
  return at < 0 ? long.length : at;
}
