/** Several values of one fact, each on its own line. */
import type { ReactNode } from 'react';

/** Null when there are none, which a summary list says as "Not known". */
export function linesOrNull(
  lines: readonly (string | { readonly key: string; readonly line: ReactNode })[],
): ReactNode {
  if (lines.length === 0) return null;
  return lines.map((each) => {
    const { key, line } = typeof each === 'string' ? { key: each, line: each } : each;
    return <div key={key}>{line}</div>;
  });
}
