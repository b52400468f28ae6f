/** The words that a moderator wants cut out, as they type them: a passage a line. */

export interface Piece {
  readonly text: string;
  readonly isCut: boolean;
}

/** The passages, without blank lines and without space around. */
export function passagesIn(typed: string): string[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A text in pieces, those to be cut marked: the longest passage is found first, as the hub does. */
export function cutPieces(text: string, passages: readonly string[]): Piece[] {
  const [longest, ...others] = [...passages].sort((a, b) => b.length - a.length);
  if (!longest) return text === '' ? [] : [{ text, isCut: false }];
  return text
    .split(longest)
    .flatMap((part, at) => [...(at > 0 ? [{ text: longest, isCut: true }] : []), ...cutPieces(part, others)]);
}

/** Passages that do not stand in the text. */
export function notIn(text: string, passages: readonly string[]): string[] {
  return passages.filter((passage) => !text.includes(passage));
}
