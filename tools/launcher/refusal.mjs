/** A reason for not going on that a person can act on: it is shown as one sentence, never with a stack trace. */
export class Refusal extends Error {
  name = 'Refusal';
}

/**
 * The sentence for anything that was thrown: a refusal's own, or a general one for what was not foreseen.
 * @param {unknown} error
 * @returns {string}
 */
export function sentenceFor(error) {
  if (error instanceof Refusal) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `The hub could not go on: ${reason.split('\n')[0]}`;
}
