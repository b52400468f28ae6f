/** What is sent about a change, and what comes back. Pure. */
import type { Problem } from '@hub/core/web';
import type { RecordModificationInput } from '@hub/graphql';
import { answered, codesOn, withFinalSayAmong } from './frame-answers';
import { changeQuestions, type ChangeFacts, type QuestionId } from './questions';

type Input = Omit<RecordModificationInput, 'clientMutationId'>;

/** The whole of an earlier change with some of it answered anew: what a question does not ask stays as it is. */
export function changeInput(
  adaptation: string,
  change: ChangeFacts & { readonly id: string },
  answer: Partial<ChangeFacts>,
): Input {
  const { what, why, codes, sectionKeys } = { ...change, ...answer };
  return { adaptation, modification: change.id, what, why, codes: [...codes], sectionKeys: [...sectionKeys] };
}

/** Of what is on a question's page only what it asks: what others answered meanwhile to other questions stays. */
export function ownAnswer(question: QuestionId, change: ChangeFacts, answer: ChangeFacts): Partial<ChangeFacts> {
  const { axes } = changeQuestions[question];
  switch (question) {
    case 'words':
      return { what: answer.what.trim(), why: answer.why.trim() };
    case 'sections':
      return { sectionKeys: answer.sectionKeys };
    default:
      return { codes: withFinalSayAmong(answered(change.codes, axes, codesOn(answer.codes, ...axes))) };
  }
}

/** The change that was not there before; the last one where all were. */
export function newestChange<Change extends { readonly id: string }>(
  before: readonly { readonly id: string }[],
  after: readonly Change[],
): Change | null {
  const known = new Set(before.map(({ id }) => id));
  return after.findLast(({ id }) => !known.has(id)) ?? after.at(-1) ?? null;
}

/** A problem that the page itself found. */
export function inputProblem(fields: Problem['fields']): Problem {
  return {
    code: 'BAD_USER_INPUT',
    message: 'There is a problem with what you entered.',
    fields,
    retryAfter: null,
    extensions: {},
  };
}
