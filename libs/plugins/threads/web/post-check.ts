/** Checks what is about to be posted, so that everything missing is named at once. The server checks again. */
import type { Problem } from '@hub/core/web';

interface ToPost {
  readonly body: string;
  /** Only for a new discussion. */
  readonly title?: string;
  readonly models?: readonly string[];
}

/** The problem to show, or null when nothing is missing. */
export function postProblem({ title, body, models }: ToPost): Problem | null {
  const fields = [
    ...(title?.trim() === '' ? [{ path: 'title', message: 'Enter a title' }] : []),
    ...(body.trim() === '' ? [{ path: 'body', message: 'Enter what you want to say' }] : []),
    ...(models?.length === 0 ? [{ path: 'modelTypes', message: 'Choose at least one care model' }] : []),
  ];
  if (fields.length === 0) return null;
  return { code: 'BAD_USER_INPUT', message: 'There is something to add', fields, retryAfter: null, extensions: {} };
}
