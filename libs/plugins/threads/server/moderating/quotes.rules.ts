/** What other posts repeat of a post, as pure functions on Markdown: quoted lines whose words stand in it. */
import { withoutPassages } from './cut-out';

/** What stands in place of a quote while what it quotes is hidden, or was removed by a moderator. */
export const quoteMark = '[not shown: see the post that is quoted]';

const quotedLine = /^( {0,3}(?:> ?)+)(.*)$/;

/** Whether a text quotes anything. */
export function quotesSomething(body: string): boolean {
  return body.split('\n').some((line) => quotedLine.test(line));
}

/** The text with a mark in place of what it quotes of these; a quote of several lines leaves one. */
export function withoutQuotesOf(body: string, said: readonly string[]): string {
  let isMarked = false;
  const lines = body.split('\n').filter((line) => {
    const wasMarked = isMarked;
    isMarked = isQuoteOf(line, said) || (isMarked && isBlankQuote(line));
    return !(isMarked && wasMarked);
  });
  return lines.map((line) => (isQuoteOf(line, said) ? `${marksOf(line)}${quoteMark}` : line)).join('\n');
}

/** The text with these passages cut out of what it quotes of these; its own words stay. */
export function withoutPassagesInQuotes(body: string, said: readonly string[], passages: readonly string[]): string {
  const lines = passages.flatMap((passage) => passage.split('\n')).filter((line) => line.trim() !== '');
  const alsoBare = [...new Set([...lines, ...lines.map(bare)])].sort((a, b) => b.length - a.length);
  return body
    .split('\n')
    .map((line) => (isQuoteOf(line, said) ? withoutPassages(line, alsoBare) : line))
    .join('\n');
}

function isQuoteOf(line: string, said: readonly string[]): boolean {
  const words = bare(quotedLine.exec(line)?.[2] ?? '');
  return words !== '' && said.some((text) => bare(text).includes(words));
}

const isBlankQuote = (line: string): boolean => quotedLine.exec(line)?.[2]?.trim() === '';
const marksOf = (line: string): string => quotedLine.exec(line)?.[1] ?? '';

/** A text as somebody copies it from the page: without the signs of Markdown, on one line. */
function bare(text: string): string {
  return text
    .replace(/\]\([^)]*\)/g, '')
    .replace(/[*_`~#[\]\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
