/** Full postcodes beside a person: where somebody lives. Those of practices, hospitals and offices are on every letter. */
import type { Span } from './nhs-number';
import { speaksOfAPerson } from './person';

const postcode = /(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])/gi;
const home =
  /\b(?:lives?|living|lived|resides?|home address|postcode is|discharged (?:home )?to|(?:his|her|their|patient'?s?|pt'?s?) (?:home )?(?:address|postcode)|patient (?:home )?(?:address|postcode))\b/i;
const organisation =
  /\b(?:practice|practices|surgery|surgeries|hospitals?|health ?centre|medical centre|clinic|clinics|trust|infirmary|office|offices|headquarters|council|pharmacy|hospice|university|college|library|town hall|civic|community centre|centre|hub|ccg|federation|venue|conference|hotel|church|nhs|building|care home|nursing home|ltd|limited|plc)\b/i;
const around = 100;

/** Such postcodes in a folded text. */
export function postcodesIn(text: string): Span[] {
  return [...text.matchAll(postcode)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((span) => isOfAPerson(passage(text, span)));
}

function isOfAPerson(words: string): boolean {
  if (!speaksOfAPerson(words) && !home.test(words)) return false;
  return home.test(words) || !organisation.test(words);
}

/** What stands around it in the same paragraph. */
function passage(text: string, { start, end }: Span): string {
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around / 2);
  return `${before.slice(before.lastIndexOf('\n\n') + 1)} ${after.split('\n\n')[0] ?? ''}`;
}
