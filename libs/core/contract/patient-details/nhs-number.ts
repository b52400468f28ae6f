/** NHS numbers: ten digits in any grouping of which the last proves the others (NHS Data Dictionary: modulus 11). */
import { withoutOtherNumbers } from './other-numbers';

export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What may stand between digits of one number: up to three signs, or the end of a line. */
const between = String.raw`(?:[ \-._/\u00b7\u2022\u200b-\u200d\u2060]{0,3}|,(?=\d)| ?\n ?)`;
const run = new RegExp(String.raw`\d(?:${between}\d)*`, 'g');

/** Where the number stands among others, it must be grouped as people group it. */
const usualGroups = new Set(['10', '3-3-4', '3-7', '6-4', '5-5', '3-4-3', '4-3-3']);

/** NHS numbers in a folded text. Those beginning with 999 are kept for tests and never a patient's. */
export function nhsNumbersIn(text: string): Span[] {
  return [...withoutOtherNumbers(text).matchAll(run)].flatMap((match) => numbersIn(match[0], match.index, text));
}

/** Whether ten digits prove themselves. */
function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits) || digits.startsWith('999')) return false;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  return sum % 11 === 0 && !/^(\d)\1{9}$/.test(digits);
}

function numbersIn(found: string, offset: number, text: string): Span[] {
  const groups = [...found.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({ digits, at: offset + index }));
  const isAlone = groups.reduce((count, { digits }) => count + digits.length, 0) === 10;
  const spans: Span[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const last = lastOfTen(groups, first);
    if (last === null) continue;
    const taken = groups.slice(first, last + 1);
    const lengths = taken.map(({ digits }) => digits.length).join('-');
    const end = taken.at(-1);
    if (!end || !isNhsNumber(taken.map(({ digits }) => digits).join(''))) continue;
    const span = { start: taken[0]?.at ?? offset, end: end.at + end.digits.length };
    const isWrapped = text.slice(span.start, span.end).includes('\n');
    const isUsual = usualGroups.has(lengths);
    if ((isUsual || (isAlone && !isWrapped)) && !isPartOfAWord(text, span)) spans.push(span);
  }
  return spans;
}

/** The group with which ten digits are full; null where they never are exactly. */
function lastOfTen(groups: readonly { digits: string }[], first: number): number | null {
  let count = 0;
  for (let at = first; at < groups.length && count < 10; at += 1) {
    count += groups[at]?.digits.length ?? 0;
    if (count === 10) return at;
  }
  return null;
}

/** Part of a code such as S9434765919 or x9434765919y. Words may run into a number: "nhsno9434765919". */
function isPartOfAWord(text: string, { start, end }: Span): boolean {
  const before = /[A-Za-z0-9]*$/.exec(text.slice(Math.max(0, start - 30), start))?.[0] ?? '';
  const after = /^[A-Za-z]+/.exec(text.slice(end, end + 30))?.[0] ?? '';
  return (before !== '' && !/^[A-Za-z]{2,}$/.test(before)) || (after !== '' && after.length < 2);
}
