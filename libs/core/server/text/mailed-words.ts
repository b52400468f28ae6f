/** What people write in Markdown, as mails say it: the same reading as pages have, in HTML for mail programs and as plain text. Pure. */
import type { Element, ElementContent, Root, Text } from 'hast';
import { allowedElements, namedLinks, type NamedLink } from '@hub/core/markdown';
import { compile } from 'html-to-text';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { escaped } from './escaped';
import { withinTime } from './within-time';

export interface WordsToMail {
  readonly markdown: string;
  /** What stands in it for pages of the hub; `to` is absolute. */
  readonly names: readonly NamedLink[];
  /** The address where it stands, to which its links are relative. */
  readonly page: string;
}

export interface MailedWords {
  /** May stand in a mail as it is. */
  readonly html: string;
  readonly text: string;
  /** There was more of it than this. */
  readonly isCut: boolean;
}

/** A person's text takes a few milliseconds. */
const longestReadMs = 500;
/** Of the Markdown, for each character that is shown of what it says: links have addresses that are not shown. */
const markdownOfEach = 4;

const textOf = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true, linkBrackets: ['<', '>'] } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
    { selector: 'h3', options: { uppercase: false } },
  ],
});
const lineOf = compile({
  wordwrap: false,
  selectors: [
    { selector: 'a', options: { ignoreHref: true } },
    ...['ul', 'ol', 'li'].map((selector) => ({ selector, format: 'block' })),
    { selector: 'h3', options: { uppercase: false } },
  ],
});

/** The words, or as many of them as fit into so many characters. A text that cannot be read as Markdown stands as it was written. */
export function mailedWords(words: WordsToMail, most: number): MailedWords {
  const read = withinTime(longestReadMs, () => {
    const { html, isCut } = rendered(words, most);
    return { html, isCut, text: textOf(html).trim() };
  });
  if (read) return read;
  const written = words.markdown.trim();
  const text = shortened(written, most);
  return { html: `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`, text, isCut: text !== written };
}

/** The first words of it, in one line without addresses. */
export function wordsInShort(words: WordsToMail, most: number): string {
  const read = withinTime(longestReadMs, () => lineOf(rendered(words, most * 2).html));
  return shortened((read ?? words.markdown).replaceAll(/\s+/g, ' ').trim(), most);
}

function rendered({ markdown, names, page }: WordsToMail, most: number): Pick<MailedWords, 'html' | 'isCut'> {
  const source = markdown.slice(0, most * markdownOfEach);
  const cut = { left: most, isCut: source.length < markdown.length };
  const html = unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(namedLinks(names))
    .use(remarkRehype)
    .use(rehypeSanitize, allowedElements)
    .use(() => (tree: Root) => {
      cutAfter(tree, cut);
      forMail(tree, page);
    })
    .use(rehypeStringify)
    .processSync(source);
  return { html: String(html).trim(), isCut: cut.isCut };
}

/** Takes out what stands after so many characters. */
function cutAfter(node: Root | Element, cut: { left: number; isCut: boolean }): void {
  node.children = (node.children as ElementContent[]).filter((child) => {
    const isKept = cut.left > 0;
    if (child.type === 'element' && isKept) cutAfter(child, cut);
    if (child.type === 'text' && isKept) cutText(child, cut);
    cut.isCut ||= !isKept && (child.type !== 'text' || child.value.trim() !== '');
    return isKept;
  });
}

function cutText(text: Text, cut: { left: number; isCut: boolean }): void {
  const { length } = text.value;
  cut.isCut ||= length > cut.left;
  text.value = shortened(text.value, cut.left);
  cut.left -= length;
}

const small = 'margin: 0 0 8px;';
const styles: Readonly<Record<string, string>> = {
  p: small,
  h3: `${small} font-size: 16px;`,
  ul: `${small} padding-left: 20px;`,
  ol: `${small} padding-left: 24px;`,
  blockquote: `${small} padding-left: 12px; border-left: 2px solid #aeb7bd;`,
  pre: `${small} font-size: 14px; white-space: pre-wrap;`,
  table: `${small} border-collapse: collapse;`,
  th: 'padding: 4px 8px; border: 1px solid #aeb7bd; text-align: left; overflow-wrap: break-word;',
  td: 'padding: 4px 8px; border: 1px solid #aeb7bd; overflow-wrap: break-word;',
  a: 'color: #005eb8;',
};

/** Mail programs know no style sheets, and nothing that an address could be relative to. Headings are of one level, as in pages. */
function forMail(node: Root | Element, page: string): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    if (/^h[1-6]$/.test(child.tagName)) child.tagName = 'h3';
    const address = absolute(child.properties.href, page);
    const style = styles[child.tagName];
    child.properties = { ...(address ? { href: address } : {}), ...(style ? { style } : {}) };
    forMail(child, page);
  }
}

/** Null of what leads to another place of the same text: mail programs go nowhere by it. */
function absolute(href: unknown, page: string): string | null {
  if (typeof href !== 'string' || href.startsWith('#')) return null;
  return URL.canParse(href) || !URL.canParse(href, page) ? href : new URL(href, page).href;
}

/** Ends with a whole word and an ellipsis where it is too long; a word without end is cut. */
function shortened(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most)
        .replace(/\S{0,60}$/u, '')
        .trimEnd()} …`;
}
