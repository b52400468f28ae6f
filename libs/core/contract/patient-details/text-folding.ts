/** A text in plain digits and signs, letter for letter as long as it was, so that what is found in it is found in the text itself. */

/** Digits of every writing become 0 to 9, dashes a hyphen, odd spaces a space. */
export function folded(text: string): string {
  return text
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => padded(String(valueOf(digit)), digit))
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, '-')
    .replace(/[^\S\n ]/gu, ' ');
}

/** As long as the text itself, and without it: what stands there is known to be something else. */
export function blanked(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => '\u0001'.repeat(match.length));
}

function padded(one: string, original: string): string {
  return one + '\u200b'.repeat(original.length - 1);
}

/** Each writing has its ten digits in a row; the mathematical ones are five such rows. */
function valueOf(digit: string): number {
  const at = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(at - before - 1))) before += 1;
  return before % 10;
}
