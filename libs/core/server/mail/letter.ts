/** How a letter reads, as plain text and as HTML: the same words in both, everything escaped. */
import { escaped } from '../text/escaped';

export interface LetterLink {
  readonly label: string;
  readonly href: string;
}

/** One of the things that a letter tells of. */
export interface LetterItem {
  /** Stands above it and those after it, where it differs from the one before. */
  readonly group?: string;
  /** What happened: `Joel Price replied to your question`. */
  readonly sentence: string;
  /** The thing itself. */
  readonly link?: LetterLink;
  /** What somebody wrote. */
  readonly words?: string;
  /** The same as HTML that is safe to stand in a mail, where there is more to it than lines. */
  readonly wordsHtml?: string;
  /** To what is left of it. */
  readonly rest?: LetterLink;
  /** The answers to what it asks, each a link to the page where it is given. */
  readonly answers?: readonly LetterLink[];
  /** In small letters beneath it. */
  readonly note?: string;
}

export interface Letter {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What it tells of, one beneath the other. */
  readonly items?: readonly LetterItem[];
  /** The one thing to do, as a link. */
  readonly action?: LetterLink;
  /** A code to type, shown on a line of its own. */
  readonly code?: string;
  /** Why this letter came, and how to have fewer of them. */
  readonly footer?: readonly string[];
  /** Links beneath that. */
  readonly footerLinks?: readonly LetterLink[];
  /** Keys that the member whom it is to must hold when it is sent, as they do now: it says what only they may know. */
  readonly needs?: readonly string[];
}

/** The letter's plain text part. */
export function letterText({ paragraphs, items = [], action, code, footer = [], footerLinks = [] }: Letter): string {
  const foot = [...footer, ...footerLinks.map(({ label, href }) => `${label}:\n${href}`)];
  const parts = [
    ...paragraphs,
    ...items.flatMap((item, at) => itemText(item, items[at - 1])),
    ...(code ? [code] : []),
    ...(action ? [`${action.label}:\n${action.href}`] : []),
    ...(foot.length ? [`-- \n${foot.join('\n')}`] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}

function itemText(item: LetterItem, before: LetterItem | undefined): string[] {
  const { group, sentence, link, words, rest, answers = [], note } = item;
  const lines = [sentence, ...(link ? [link.label, link.href] : []), ...(note ? [note] : [])];
  return [
    ...(group && group !== before?.group ? [group.toUpperCase()] : []),
    lines.join('\n'),
    ...(words ? [words] : []),
    ...(rest ? [`${rest.label}:\n${rest.href}`] : []),
    ...answers.map(({ label, href }) => `${label}:\n${href}`),
  ];
}

const font = 'font-family: Arial, sans-serif; line-height: 1.5; color: #212b32; background-color: #ffffff;';
const small = 'class="quiet" style="font-size: 14px; color: #4c6272; margin: 0 0 8px;"';

/** For those whose screen is dark, where their mail program asks. */
const dark = `@media (prefers-color-scheme: dark) {
body { background-color: #212b32 !important; color: #f0f4f5 !important; }
a { color: #9fcdf7 !important; }
.quiet { color: #d8dde0 !important; }
}`;

/** The HTML part: plain enough for every mail program, with no pictures and nothing loaded from elsewhere. */
export function letterHtml(letter: Letter): string {
  const { subject, paragraphs, items = [], action, code, footer = [], footerLinks = [] } = letter;
  const foot = [
    ...footer.map((text) => `<p ${small}>${lines(text)}</p>`),
    ...footerLinks.map((link) => `<p ${small}>${anchor(link)}</p>`),
  ];
  const body = [
    ...paragraphs.map((text) => `<p>${lines(text)}</p>`),
    ...items.flatMap((item, at) => itemHtml(item, items[at - 1])),
    ...(code ? [`<p style="font-size: 28px; letter-spacing: 4px;">${escaped(code)}</p>`] : []),
    ...(action ? [`<p>${anchor(action)}</p>`] : []),
    ...(foot.length ? ['<hr style="border: 0; border-top: 1px solid #d8dde0; margin: 24px 0 16px;">', ...foot] : []),
  ];
  const schemes = '<meta name="color-scheme" content="light dark">';
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width">${schemes}<title>${escaped(subject)}</title><style>${dark}</style>`;
  const style = `${font} font-size: 16px; max-width: 600px; margin: 0 auto; padding: 16px; overflow-wrap: anywhere;`;
  return `<!doctype html><html lang="en"><head>${head}</head><body style="${style}">${body.join('')}</body></html>`;
}

function itemHtml(item: LetterItem, before: LetterItem | undefined): string[] {
  const { group, sentence, link, words, wordsHtml, rest, answers = [], note } = item;
  const quote = 'margin: 0 0 8px; padding: 4px 0 4px 12px; border-left: 4px solid #005eb8;';
  return [
    ...(group && group !== before?.group
      ? [`<h2 style="font-size: 20px; margin: 24px 0 8px;">${escaped(group)}</h2>`]
      : []),
    `<p style="margin: 16px 0 4px;">${lines(sentence)}</p>`,
    ...(link ? [`<p dir="auto" style="margin: 0 0 4px; font-weight: bold;">${anchor(link)}</p>`] : []),
    ...(words ? [`<div dir="auto" style="${quote}">${wordsHtml ?? lines(words)}</div>`] : []),
    ...(rest ? [`<p style="margin: 0 0 8px;">${anchor(rest)}</p>`] : []),
    ...answers.map((answer) => `<p style="margin: 0 0 4px; padding: 8px 0;">${anchor(answer)}</p>`),
    ...(note ? [`<p ${small}>${lines(note)}</p>`] : []),
  ];
}

function anchor({ label, href }: LetterLink): string {
  return `<a href="${escaped(href)}" style="color: #005eb8;">${escaped(label)}</a>`;
}

/** Lines stay lines. */
function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}
