/** Cutting passages out of a text, as pure functions. */
import { badInput } from '@hub/core/server';
import { cutMark } from '@hub/plugins/threads/contract';

/** The passages without space around, longest first, so that one that stands within another does not break it. Blank ones are none. */
export function passagesIn(passages: readonly string[]): string[] {
  const tidy = new Set(passages.map((passage) => passage.trim()).filter((passage) => passage !== ''));
  return [...tidy].sort((a, b) => b.length - a.length);
}

/** A text with a mark wherever one of the passages stood. */
export function withoutPassages(text: string, passages: readonly string[]): string {
  return passages.reduce((left, passage) => left.split(passage).join(cutMark), text);
}

/** Throws BAD_USER_INPUT when there is nothing to cut, or for a passage that stands in none of the texts. */
export function requirePassages(passages: readonly string[], texts: readonly string[]): void {
  if (passages.length === 0) throw badInput('input.cuts', 'Say which words to cut out');
  const isUnknown = passages.some((passage) => !texts.some((text) => text.includes(passage)));
  if (isUnknown) throw badInput('input.cuts', 'These words are not in the post. Copy them from it, letter by letter');
}
