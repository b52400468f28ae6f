import { median, rocArea } from './two-samples.mjs';

describe('telling two samples apart', () => {
  it('takes the middle, or between the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 3, 2])).toBe(2.5);
  });

  it('is as good as a coin where both are alike', () => {
    expect(rocArea([1, 2, 3], [1, 2, 3])).toBe(0.5);
    expect(rocArea([5, 5], [5, 5, 5])).toBe(0.5);
  });

  it('is certain where all of one are longer, whichever one', () => {
    expect(rocArea([1, 2], [3, 4])).toBe(1);
    expect(rocArea([3, 4], [1, 2])).toBe(1);
  });

  it('is the share of pairs that are in order', () => {
    expect(rocArea([2, 4], [1, 3])).toBe(0.75);
  });
});
