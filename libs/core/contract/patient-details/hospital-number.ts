/** Hospital numbers: a number that is said to be that of somebody's notes. Each hospital has a form of its own, so the words decide. */
import type { Span } from './nhs-number';

const label =
  '(?:(?:hospital|hosp|unit|case ?notes?|patient|pt|medical records?|health records?|patient records?|district|pas|epr|rio|emis|systmone|nhs) ?(?:id|identifier|no|number|num|ref|reference|#)|mrn|crn|chi)';
const numbered = new RegExp(
  String.raw`\b${label}(?![a-z])[\s.:#=*_|()-]{0,5}(?:(?:is|was)\s)?\s*((?:[A-Z]{1,4}[ -]?)?\d{2,4}[ /-]?\d{3,6}[A-Z]?)(?![A-Za-z0-9]|[ -]\d)`,
  'gi',
);

/** Such numbers in a folded text: the number itself, without the words before it. */
export function hospitalNumbersIn(text: string): Span[] {
  return [...text.matchAll(numbered)]
    .map((match) => {
      const [whole, number = ''] = match;
      const start = match.index + whole.length - number.length;
      return { start, end: start + number.length };
    })
    .filter(({ start, end }) => !isSomethingElse(text.slice(start, end)));
}

/** A telephone, a year range, or ten digits whose check digit says that they are no NHS number. */
function isSomethingElse(number: string): boolean {
  const digits = number.replace(/\D/g, '');
  return (
    digits.length < 5 ||
    (digits.length >= 10 && !/[A-Z]/i.test(number)) ||
    /^(?:19|20)\d\d[/-](?:19|20)?\d\d$/.test(number)
  );
}
