/** What somebody is typing after @ or #, and the text once they have chosen what they mean. Pure. */

export interface TypedName {
  readonly kind: 'MEMBER' | 'THING';
  /** What is typed after the mark. */
  readonly text: string;
  /** Where the mark stands. */
  readonly start: number;
  readonly end: number;
}

const fewest = 2;

/** The name that ends where the caret is; null while there is none, or too little of it to go by. */
export function nameBefore(text: string, caret: number): TypedName | null {
  const match = /(?:^|[\s(>])([@#])([^\s@#]*)$/.exec(text.slice(0, caret));
  if (!match) return null;
  const [, mark, typed = ''] = match;
  if (typed.length < fewest) return null;
  return { kind: mark === '@' ? 'MEMBER' : 'THING', text: typed, start: caret - typed.length - 1, end: caret };
}

/** The text with the name as it is written, and a space to go on. */
export function withName(text: string, { start, end }: TypedName, written: string): { text: string; caret: number } {
  const after = text.slice(end);
  const space = after.startsWith(' ') ? '' : ' ';
  return { text: `${text.slice(0, start)}${written}${space}${after}`, caret: start + written.length + 1 };
}
