/** Adding up what passed, failed and was skipped, over the checks and the runs of jest. */

/** @typedef {{passed: number, failed: number, skipped: number}} Totals */

export const nothing = Object.freeze({ passed: 0, failed: 0, skipped: 0 });

/** One check that is not jest's counts as one test. */
export const oneCheck = (passed) => (passed ? { ...nothing, passed: 1 } : { ...nothing, failed: 1 });

/**
 * The totals of one run of jest. A test file that could not be run counts as one failure, and so does a run that ended badly without a failed test.
 * @param {undefined | {numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests?: number, numRuntimeErrorTestSuites?: number}} result jest's own JSON, if there is any
 * @param {number} exitCode
 * @returns {Totals}
 */
export function jestTotals(result, exitCode) {
  if (!result) return oneCheck(false);
  const failed = result.numFailedTests + (result.numRuntimeErrorTestSuites ?? 0);
  return {
    passed: result.numPassedTests,
    failed: exitCode !== 0 ? Math.max(failed, 1) : failed,
    skipped: result.numPendingTests + (result.numTodoTests ?? 0),
  };
}

/** @param {Totals[]} all */
export const sum = (all) =>
  all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    nothing,
  );

/** @param {Totals} totals */
export const closingLine = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
