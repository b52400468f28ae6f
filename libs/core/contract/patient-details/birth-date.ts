/** Dates of birth: a day that is said to be one, or an old day beside somebody's name. Days of meetings are neither. */
import type { Span } from './nhs-number';
import { namesIn, speaksOfAPerson } from './person';

const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const dayNumber = '(?:0?[1-9]|[12]\\d|3[01])';
const ordinalDay = `${dayNumber}(?:st|nd|rd|th)?`;
const anyYear = "(?:'?\\d\\d|(?:18|19|20)\\d\\d)";
const fullDate = new RegExp(
  [
    `(?<![\\d/.-])${dayNumber}( ?[/.\\- ] ?)(?:0?[1-9]|1[0-2])\\1${anyYear}(?![\\d/-])`,
    `(?<!\\d)(?:18|19|20)\\d\\d([/.-])(?:0?[1-9]|1[0-2])\\2${dayNumber}(?!\\d)`,
    `(?<!\\d)${ordinalDay}[ -](?:of )?${monthName}\\.?,?[ -]${anyYear}(?!\\d)`,
    `\\b${monthName}\\.? ${ordinalDay},? (?:18|19|20)\\d\\d(?!\\d)`,
  ].join('|'),
  'gi',
);

const saidToBe =
  /\b(?:d\.? ?o\.? ?b\b\.?|dates? of birth|birth ?date)(?: ?\([^)]*\))?[\s:=*_|-]{0,6}(?:(?:is|was|on)\s)?\s*$/i;
const saidAfter = /^[\s,(]{0,3}(?:d\.? ?o\.? ?b\b|date of birth)/i;
const bornThen = /\b(?:born|birthday)\b(?: (?:on|is|was))?(?: the)?[\s:,]{0,4}$/i;

/** The hub's programme began in 2015: no meeting that it speaks of is older than this. */
const firstYearOfMeetings = 2010;
const farthest = 80;

/** Dates of birth in a folded text. */
export function birthDatesIn(text: string): Span[] {
  const names = namesIn(text);
  return [...text.matchAll(fullDate)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => isOfBirth(text, span) || (isOld(text, span) && names.some((name) => isBeside(text, name, span))));
}

function isOfBirth(text: string, { start, end }: Span): boolean {
  const before = text.slice(Math.max(0, start - farthest), start);
  if (saidToBe.test(before) || saidAfter.test(text.slice(end, end + 24))) return true;
  return bornThen.test(before) && speaksOfAPerson(before + text.slice(end, end + farthest / 2));
}

function isOld(text: string, { start, end }: Span): boolean {
  const words = text.slice(start, end);
  const [year] = /(?:18|19|20)\d\d/.exec(words) ?? [];
  if (year) return Number(year) < firstYearOfMeetings;
  return Number(words.slice(-2)) >= 30;
}

/** Nothing but a comma, a bracket or a space stands between. */
function isBeside(text: string, name: Span, date: Span): boolean {
  const gap = name.end <= date.start ? text.slice(name.end, date.start) : text.slice(date.end, name.start);
  return (name.end <= date.start || date.end <= name.start) && /^[\s,;:()|*_-]{1,5}$/.test(gap);
}
