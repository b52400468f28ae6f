/** "I" statements: what matters to a person, in that person's own words. */

const ofOneself = /^["“'‘]?(I|My|We|Our)(?![\p{L}\p{N}])/iu;

/** Whether a sentence is said by somebody of themselves: "I know when to come back". */
export function isStatement(sentence: string): boolean {
  return ofOneself.test(sentence.trim());
}
