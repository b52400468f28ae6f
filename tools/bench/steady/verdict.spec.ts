import { slopeOf, verdictOf } from './verdict.mjs';

const minutes = 30;

/** One sample a minute of a process of so many megabytes, and so many files, at each. */
const samplesOf = (mb: (at: number) => number, files: (at: number) => number = () => 50) =>
  Array.from({ length: minutes + 1 }, (_, at) => ({ name: 'api', at, mb: mb(at), files: files(at) }));

describe('what is said of a process that worked evenly (R14)', () => {
  it('is how fast it grows, by least squares', () => {
    expect(slopeOf([0, 1, 2].map((at) => [at, 5 + 3 * at]))).toBeCloseTo(3);
    expect(slopeOf([2, 1, 4, 3].map((mb, at) => [at, mb]))).toBeCloseTo(0.6);
  });

  it('is that it is flat where it grew only at first', () => {
    const { slope, isKept } = verdictOf(
      'api',
      samplesOf((at) => 300 + 20 * Math.min(at, 10)),
      minutes,
    );

    expect(slope).toBeCloseTo(0);
    expect(isKept).toBe(true);
  });

  it('is that it is not where memory grows by a megabyte a minute, or files are left open', () => {
    const growing = samplesOf((at) => 300 + at);
    const leaving = samplesOf(
      () => 300,
      (at) => 50 + 3 * at,
    );

    expect(verdictOf('api', growing, minutes).isKept).toBe(false);
    expect(verdictOf('api', leaving, minutes).isKept).toBe(false);
    expect(verdictOf('api', leaving, minutes).files).toEqual([80, 140]);
  });
});
