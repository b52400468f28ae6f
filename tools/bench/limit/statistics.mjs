/** Figures of samples. Pure. */

/** The value below which such a share of sorted values lies. */
export function quantile(sorted, share) {
  if (sorted.length === 0) return NaN;
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** The numbers in an order that nobody chose. */
export function shuffled(items, random = Math.random) {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other], order[at]];
  }
  return order;
}
