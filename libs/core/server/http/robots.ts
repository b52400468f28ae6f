/**
 * What search engines are told. Nothing of the hub is listed unless the site that owns it says so: each page says that of itself.
 * robots.txt therefore keeps nobody out, or what is shared could have no preview, and robots would never read what pages say.
 */
import { escaped } from '../text/escaped';

export interface ListedPage {
  readonly address: string;
  readonly changed: Date;
}

/** The header on everything that search engines are to leave alone. */
export const noIndex = { name: 'x-robots-tag', value: 'noindex' } as const;

/** robots.txt. */
export function robotsText(listAddress: string): string {
  return `User-agent: *\nAllow: /\nSitemap: ${listAddress}\n`;
}

/** sitemap.xml. */
export function sitemapText(pages: readonly ListedPage[]): string {
  const entries = pages.map(
    ({ address, changed }) =>
      `  <url><loc>${escaped(address)}</loc><lastmod>${changed.toISOString().slice(0, 10)}</lastmod></url>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`
  );
}
