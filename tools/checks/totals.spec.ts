import { closingLine, jestTotals, oneCheck, sum } from './totals.mjs';

const result = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  numRuntimeErrorTestSuites: 0,
};

describe('the totals of a test run', () => {
  it('add up over checks and runs', () => {
    const total = sum([oneCheck(true), oneCheck(false), jestTotals(result, 0)]);

    expect(closingLine(total)).toBe('6 passed, 1 failed, 2 skipped');
  });

  it('count a run without a result as a failure', () => {
    expect(jestTotals(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('count a test file that could not run as a failure', () => {
    expect(jestTotals({ ...result, numRuntimeErrorTestSuites: 2 }, 1).failed).toBe(2);
  });

  it('count a run that ended badly as a failure even when no test failed', () => {
    expect(jestTotals(result, 1).failed).toBe(1);
  });
});
