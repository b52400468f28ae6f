/** What tells two samples of times apart. */

/** The middle of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The area under the ROC curve of guessing from the time alone which of the two it was, whichever way round it is guessed better: 0.5 is
 * as good as a coin, 1 is certain. It is the share of pairs in which one is longer (Mann and Whitney), equal ones counted half.
 */
export function rocArea(some, others) {
  const ranked = [...some.map((ms) => ({ ms, mine: true })), ...others.map((ms) => ({ ms, mine: false }))];
  ranked.sort((a, b) => a.ms - b.ms);
  let sum = 0;
  for (let at = 0; at < ranked.length;) {
    let next = at;
    while (next < ranked.length && ranked[next].ms === ranked[at].ms) next += 1;
    const rank = (at + 1 + next) / 2;
    sum += rank * ranked.slice(at, next).filter(({ mine }) => mine).length;
    at = next;
  }
  const area = (sum - (some.length * (some.length + 1)) / 2) / (some.length * others.length);
  return Math.max(area, 1 - area);
}
