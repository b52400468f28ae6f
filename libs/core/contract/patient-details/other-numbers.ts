/** Numbers that people write here every day and that are no patient's: taken out before a patient's number is looked for. */
import { blanked } from './text-folding';

const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const year = '(?:19|20)\\d\\d';

const others: readonly RegExp[] = [
  // Identifiers of writing: DOI, ISBN, UUID, long hexadecimal names.
  /\b10\.\d{4,9}\/\S+/g,
  /\bISBN(?:-?1[03])?:?\s*[\dX](?:[- ]?[\dX]){8,13}(?![\dX])/gi,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi,
  /\b(?=[0-9a-f]*[a-f])(?=[0-9a-f]*\d)[0-9a-f]{16,}\b/gi,
  // Telephones: from abroad, after a word that says so, and as they are written in this country. A CHI number is no telephone.
  /(?:\+|\b00)(?:[ ().-]*\d){8,12}(?!\d)/g,
  /(?:\b(?:tel|telephone|phone|mobile|fax|call|ring|text|bleep)\b[^\d\n]{0,12})\(?0(?:[ ().-]*\d){8,10}(?!\d)/gi,
  /(?<![\d.-])\(?0[1-9]\d{1,3}\)?(?:(?:[ .-]\d{3,4}){2}|[ .-]\d{5,8})(?!\d)/g,
  // Days and times, school and financial years.
  new RegExp(`(?<![\\d/.-])${day}([/.-])${month}\\1(?:${year}|\\d\\d)(?![\\d])`, 'g'),
  new RegExp(`(?<![\\d/.-])${year}([/.-])${month}\\1${day}(?![\\d])`, 'g'),
  /(?<![\d:])[0-2]?\d[:.][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?![\d:.])/g,
  new RegExp(`\\b${year}[/-](?:${year}|\\d\\d)(?!\\d)`, 'g'),
  // Amounts, fractions, versions, addresses of machines.
  /[£$€]\s?\d[\d,.]*/g,
  /(?<![\d,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])/g,
  /(?<![\d.])\d{1,3}\.\d{7,}(?!\d)/g,
  /\bv(?:ersion)?\.? ?\d+(?:\.\d+)+/gi,
  /(?<![\d.])(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)(?![\d.])/g,
];

/** The folded text without those numbers, as long as before. */
export function withoutOtherNumbers(text: string): string {
  return others.reduce(blanked, text);
}
