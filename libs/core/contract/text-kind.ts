/** What may stand in a title and in a name: nothing that cannot be seen, and in a name nothing that only looks like something else. */

/** `TEXT` has several lines, `LINE` is one (a title), `NAME` is one that people know a person or place by. */
export type TextKind = 'TEXT' | 'LINE' | 'NAME';

/** Says what is wrong with a text as one of this kind, or null. Any well-formed text is a TEXT. */
export function kindProblem(text: string, kind: TextKind): string | null {
  if (kind === 'TEXT') return null;
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)) return 'Remove the control characters, or type it again';
  if (holdsUnseen(text)) return 'Remove the characters that cannot be seen, or type it again';
  if (kind === 'NAME' && looksLikeAnother(text)) return 'Write each word in letters of one alphabet';
  return null;
}

/**
 * Characters that turn the writing around or show nothing. What joins the parts of an emoji or the letters of scripts that need it,
 * chooses how a character looks, or spells a flag, is seen and may stay.
 */
function holdsUnseen(text: string): boolean {
  if (/\p{Bidi_Control}/u.test(text)) return true;
  const seen = text
    .replace(
      /(?<=[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Z}\p{DI}]\u{fe0f}?)[\u200c\u200d]/gu,
      '',
    )
    .replace(/(?<=[^\p{Z}\p{DI}])[\ufe00-\ufe0f]/gu, '')
    .replace(/(?<=\u{1f3f4})[\u{e0020}-\u{e007e}]+\u{e007f}/gu, '');
  return /\p{Default_Ignorable_Code_Point}/u.test(seen);
}

/** Letters dressed as others (bold, full-width), or a word of letters from several alphabets that share shapes. */
function looksLikeAnother(text: string): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => word.normalize('NFKC') !== word.normalize('NFC') || alphabetsIn(word) > 1);
}

const alphabets = [
  /\p{Script=Latin}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** Others, such as Chinese and Japanese, are written together and look like nothing else. */
function alphabetsIn(word: string): number {
  return alphabets.filter((alphabet) => alphabet.test(word)).length;
}
