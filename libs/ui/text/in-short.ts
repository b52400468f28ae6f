/** The beginning of a text that people wrote, for one line of a list or a row on paper. Pure. */

/** Its words without the marks of Markdown, cut at a word where they are longer, with three dots for what is left out. */
export function inShort(text: string, longest: number): string {
  const line = withoutMarks(text).trim().replace(/\s+/g, ' ');
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  const space = cut.lastIndexOf(' ');
  const whole = space > longest / 2 ? cut.slice(0, space) : cut.toWellFormed();
  return `${whole.replace(/[.,;:\s]+$/, '')}…`;
}

function withoutMarks(text: string): string {
  return text
    .replace(/^\s*(?:#{1,6}|[-*+]|\d+[.)]|>)\s+/gm, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2');
}
