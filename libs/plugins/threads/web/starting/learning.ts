/** Learning is told in three answers. Together they are one post, each under its own heading. Pure. */

import type { ThreadKind } from '@hub/graphql';

export interface LearningAnswers {
  readonly tried: string;
  readonly happened: string;
  readonly next: string;
}

export const noAnswers: LearningAnswers = { tried: '', happened: '', next: '' };

/** The prompts in their order. What comes next may be left open. */
export const learningPrompts = [
  { key: 'tried', label: 'What did you try?', heading: 'What we tried', missing: 'Enter what you tried' },
  { key: 'happened', label: 'What happened?', heading: 'What happened', missing: 'Enter what happened' },
  { key: 'next', label: 'What comes next?', heading: 'What comes next', missing: null },
] as const;

/** The post's Markdown. */
export function learningBody(answers: LearningAnswers): string {
  return learningPrompts
    .filter(({ key }) => answers[key].trim() !== '')
    .map(({ key, heading }) => `# ${heading}\n\n${answers[key].trim()}`)
    .join('\n\n');
}

/** What is missing, by the names of the boxes. */
export function learningProblems(answers: LearningAnswers): { path: string; message: string }[] {
  return learningPrompts.flatMap(({ key, missing }) =>
    missing && answers[key].trim() === '' ? [{ path: key, message: missing }] : [],
  );
}

interface Opening {
  readonly body: string;
  readonly learning: LearningAnswers;
}

/** What was written already, when another kind is chosen: it goes along, so that nothing is lost from sight. */
export function openingFor(kind: ThreadKind, { body, learning }: Opening): Opening {
  const hasAnswers = learningBody(learning) !== '';
  if (kind === 'LEARNING') return { body, learning: hasAnswers ? learning : { ...learning, tried: body } };
  return { learning, body: body.trim() === '' ? learningBody(learning) : body };
}
