/** The built page as this hub serves it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { escaped } from '../text/escaped';

/** Its HTML. Where the demonstration is off it says so, so that no page asks for people to sign in as. Rejects when it is not built. */
export async function hubHtml(webFolder: string, demonstration: boolean): Promise<string> {
  const html = await readFile(path.join(webFolder, 'index.html'), 'utf8');
  return demonstration ? html : withMetas(html, { demonstration: 'off' });
}

/** The page with facts that its script finds as `<meta name="hub-…">`. Their contents are escaped here. */
export function withMetas(html: string, facts: Readonly<Record<string, string>>): string {
  const metas = Object.entries(facts).map(
    ([name, content]) => `<meta name="hub-${name}" content="${escaped(content)}" />`,
  );
  return html.replace('</head>', () => `${metas.join('')}</head>`);
}
