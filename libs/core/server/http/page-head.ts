/** What the page says of itself before any script runs: the title and the preview of a link that somebody sent to somebody. Pure. */
import { escaped } from '../text/escaped';

export interface PageHead {
  readonly title: string;
  /** A sentence or two; nothing is said where it is empty. */
  readonly description: string;
  /** The one address of the page, absolute. */
  readonly address: string;
  /** Whether search engines may list it. */
  readonly indexable: boolean;
}

export const hubName = 'Vanguard hub';
const longestDescription = 300;

/** The built page with a head of its own: its own title, description and robots rule give way. No script is added. */
export function withHead(html: string, head: PageHead): string {
  const description = shortened(tidy(head.description));
  const title = tidy(head.title);
  const tags = [
    `<title>${escaped(`${title} – ${hubName}`)}</title>`,
    ...(description ? [meta('name', 'description', description)] : []),
    ...(head.indexable ? [] : [meta('name', 'robots', 'noindex')]),
    `<link rel="canonical" href="${escaped(head.address)}" />`,
    meta('property', 'og:site_name', hubName),
    meta('property', 'og:type', 'article'),
    meta('property', 'og:title', title),
    ...(description ? [meta('property', 'og:description', description)] : []),
    meta('property', 'og:url', head.address),
  ];
  return html
    .replace(/\s*<title>[^<]*<\/title>/, '')
    .replace(/\s*<meta\s+name="(?:description|robots)"[^>]*>/g, '')
    .replace('</head>', () => `  ${tags.join('\n    ')}\n  </head>`);
}

function meta(kind: 'name' | 'property', name: string, content: string): string {
  return `<meta ${kind}="${name}" content="${escaped(content)}" />`;
}

/** On one line, without characters that turn the direction of the text around them. */
function tidy(text: string): string {
  return text
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length <= longestDescription
    ? text
    : `${letters
        .slice(0, longestDescription - 1)
        .join('')
        .trimEnd()}…`;
}
