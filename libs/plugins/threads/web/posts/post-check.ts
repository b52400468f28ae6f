/** Checks what is about to be posted, so that everything missing is named at once. The server checks again. */
import type { FileInHand, Problem } from '@hub/core/web';
import { learningProblems, type LearningAnswers } from '../starting/learning';
import { fileProblems } from './post-files';

interface ToPost {
  readonly body?: string;
  /** Instead of it, of learning. */
  readonly learning?: LearningAnswers;
  /** Only for a new discussion. */
  readonly title?: string;
  readonly models?: readonly string[];
  readonly files?: readonly FileInHand[];
  /** A file is on its way. */
  readonly isSending?: boolean;
}

/** The problem to show, or null when nothing is missing. */
export function postProblem({ title, body, learning, models, files = [], isSending = false }: ToPost): Problem | null {
  const fields = [
    ...(title?.trim() === '' ? [{ path: 'title', message: 'Enter a title' }] : []),
    ...(body?.trim() === '' ? [{ path: 'body', message: 'Enter what you want to say' }] : []),
    ...(learning ? learningProblems(learning) : []),
    ...fileProblems(files, isSending),
    ...(models?.length === 0 ? [{ path: 'modelTypes', message: 'Choose at least one care model' }] : []),
  ];
  if (fields.length === 0) return null;
  return { code: 'BAD_USER_INPUT', message: 'There is something to add', fields, retryAfter: null, extensions: {} };
}
