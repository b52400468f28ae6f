import { pauseBefore } from './live-client';

describe('Coming back after the live connection was lost', () => {
  it('waits longer each time, up to half a minute', () => {
    expect([0, 1, 2, 3].map((retries) => pauseBefore(retries, 1))).toEqual([500, 1000, 2000, 4000]);
    expect(pauseBefore(40, 1)).toBe(30_000);
  });

  it('spreads the tries, so that a crowd does not come back at once', () => {
    expect(pauseBefore(3, 0)).toBe(2000);
    expect(pauseBefore(3, 0.5)).toBe(3000);
  });
});
