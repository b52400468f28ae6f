/** Problems that the pages of communities state themselves. */
import type { Problem } from '@hub/core/web';

/** These pages have nothing to compare: what the hub says of a conflict is shown as it is. */
export function sayConflict(problem: Problem | null): Problem | null {
  return problem?.code === 'CONFLICT' ? { ...problem, code: 'FORBIDDEN' } : problem;
}

/** A problem that names one field; null where there is none. */
export function missing(path: string, isMissing: boolean, message: string): Problem | null {
  if (!isMissing) return null;
  return { code: 'BAD_USER_INPUT', message, fields: [{ path, message }], retryAfter: null, extensions: {} };
}
