/** The pages of every thing as a browser gets them, their heads and headers, and what robots read. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestClient } from '@hub/testing';
import type { Thing } from './furnish';
import { open } from './open';
import type { Received } from './replay';

const pageOf: Readonly<Record<string, (name: string, namespace: string) => string>> = {
  Intervention: (name) => `/interventions/${name}`,
  Adaptation: (name, namespace) => `/adaptations/${namespace}/${name}`,
  Evaluation: (name, namespace) => `/evaluations/${namespace}/${name}`,
  Thread: (name) => `/discussions/${name}`,
};
const always = [
  '/',
  '/sites',
  '/sites/northvale',
  '/interventions',
  '/evaluations',
  '/robots.txt',
  '/sitemap.xml',
  '/auth/demo',
  '/auth/ways',
];

/** A folder with a page for the hub to serve. */
export async function folderOfPages(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hub-pages-'));
  const html =
    '<!doctype html><html lang="en"><head><title>Vanguard hub</title></head><body><div id="root"></div></body></html>';
  await writeFile(path.join(folder, 'index.html'), html);
  return folder;
}

/** Opens them all. */
export async function openPages(client: TestClient, things: readonly Thing[]): Promise<Received[]> {
  const own = things.flatMap(({ id, type }) => {
    const [, namespace = '', name = ''] = /^[^:]+:([^/]+)\/(.+)$/.exec(id) ?? [];
    const page = pageOf[type]?.(name, namespace);
    return page ? [page] : [];
  });
  const received: Received[] = [];
  for (const page of [...always, ...own]) received.push(await open(client, page, { headers: { accept: 'text/html' } }));
  return received;
}
