/** Checks what an intervention is before it is sent, so that everything missing is named at once. The server checks again. */
import { joinedTexts, type Problem } from '@hub/core/web';
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

/** Both writings in one, to be put right by hand: all care models, and of what is one choice mine. */
export function joinedAbout(theirs: About, mine: About): About {
  const titles = theirs.title.trim() === mine.title.trim() ? mine.title : `${theirs.title} / ${mine.title}`;
  return {
    ...mine,
    title: titles,
    summary: joinedTexts(theirs.summary, mine.summary),
    modelTypes: [...new Set([...theirs.modelTypes, ...mine.modelTypes])],
  };
}
