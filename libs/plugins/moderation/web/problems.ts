/** Problems that the pages of moderation state themselves. */
import type { Problem } from '@hub/core/web';

/** These pages have nothing to compare: what the hub says of a conflict is shown as it is. */
export function sayConflict(problem: Problem | null): Problem | null {
  return problem?.code === 'CONFLICT' ? { ...problem, code: 'FORBIDDEN' } : problem;
}

/** One problem that names every field in the list whose sentence applies; null when none does. */
export function problemWith(
  fields: readonly (readonly [path: string, isMissing: boolean, message: string])[],
): Problem | null {
  const found = fields.filter(([, isMissing]) => isMissing).map(([path, , message]) => ({ path, message }));
  const [first] = found;
  if (!first) return null;
  return { code: 'BAD_USER_INPUT', message: first.message, fields: found, retryAfter: null, extensions: {} };
}
