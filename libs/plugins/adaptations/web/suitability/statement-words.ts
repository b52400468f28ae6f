/** Helps to write an "I" statement from its parts. Pure. */

export const statementBeginnings = ['I want to', 'I need', 'I can', 'I know', 'I feel', 'I am', 'My family'] as const;
export type StatementBeginning = (typeof statementBeginnings)[number];

export interface StatementParts {
  readonly beginning: StatementBeginning;
  readonly what: string;
  readonly soThat: string;
}

export const noStatement: StatementParts = { beginning: 'I want to', what: '', soThat: '' };

/** "I know when to come back, so that I do not worry"; null while there is nothing after the beginning. */
export function statementOf({ beginning, what, soThat }: StatementParts): string | null {
  const middle = plain(what);
  if (!middle) return null;
  const end = plain(soThat);
  return end ? `${beginning} ${middle}, so that ${end}` : `${beginning} ${middle}`;
}

function plain(words: string): string {
  return words
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replace(/[.\s]+$/, '');
}
