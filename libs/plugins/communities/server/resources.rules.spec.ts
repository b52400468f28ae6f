/** Where what is pinned stands, also beside what the facilitator does not see. */
import { withPinned } from './resources.rules';

const [a, b, c, hidden] = ['a', 'b', 'c', 'hidden'].map((name) => `intervention:x/${name}`) as [
  string,
  string,
  string,
  string,
];
const list = [
  { ref: a, isSeen: true },
  { ref: hidden, isSeen: false },
  { ref: b, isSeen: true },
];

it('is at the end, unless a place is asked for', () => {
  expect(withPinned(list, c, null)).toEqual([a, hidden, b, c]);
  expect(withPinned(list, c, 1)).toEqual([c, a, hidden, b]);
  expect(withPinned(list, c, 2)).toEqual([a, hidden, c, b]);
  expect(withPinned(list, c, 9)).toEqual([a, hidden, b, c]);
});

it('moves, or stays where it is, when it is pinned again', () => {
  expect(withPinned(list, b, 1)).toEqual([b, a, hidden]);
  expect(withPinned(list, a, 2)).toEqual([hidden, b, a]);
  expect(withPinned(list, a, null)).toEqual([a, hidden, b]);
});
