/** Quoting a post in a reply, as Markdown. Pure. */

interface Quoted {
  /** Markdown of the post, or words that were selected in it. */
  readonly words: string;
  /** How the author is named: without a name for a post that has none. */
  readonly author: string;
  /** Where the post is. */
  readonly address: string;
}

/** The words as a quote with who said them and a link to the post. What the post itself quotes is left out: quotes are not nested. */
export function quoteOf({ words, author, address }: Quoted): string {
  const lines = words
    .split('\n')
    .filter((line) => !/^\s{0,3}>/.test(line))
    .join('\n')
    .trim()
    .split('\n')
    .map((line) => `> ${line}`.trimEnd());
  return [`> [${escaped(author)}](${address}):`, '>', ...lines].join('\n');
}

/** What was written so far, then the quote, then room to answer it. */
export function withQuote(body: string, quote: string): string {
  return `${[body.trimEnd(), quote].filter(Boolean).join('\n\n')}\n\n`;
}

function escaped(name: string): string {
  return name.replace(/[\\[\]*_`<>]/g, (sign) => `\\${sign}`);
}

/** The words that are selected inside an element; empty when nothing is, or not there alone. */
export function selectedIn(element: Element | null): string {
  const selection = window.getSelection();
  if (!element || !selection || selection.isCollapsed || selection.rangeCount === 0) return '';
  return element.contains(selection.getRangeAt(0).commonAncestorContainer) ? selection.toString().trim() : '';
}
