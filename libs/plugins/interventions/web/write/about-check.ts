/** Checks what an intervention is before it is sent, so that everything missing is named at once. The server checks again. */
import type { Problem } from '@hub/core/web';
import type { About } from './about-fields';

/** The problem to show, or null when nothing is missing. */
export function aboutProblem({ title, summary, modelTypes }: About): Problem | null {
  const fields = [
    ...(title.trim() === '' ? [{ path: 'title', message: 'Enter what it is called' }] : []),
    ...(summary.trim() === '' ? [{ path: 'summary', message: 'Enter what it is, in a sentence or two' }] : []),
    ...(modelTypes.length === 0 ? [{ path: 'modelTypes', message: 'Choose at least one care model' }] : []),
  ];
  if (fields.length === 0) return null;
  return { code: 'BAD_USER_INPUT', message: 'There is something to add', fields, retryAfter: null, extensions: {} };
}
