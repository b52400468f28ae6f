/** The pages of public things as the outside meets them: previews of links, search engines, and nothing at all of what is not public. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Links } from '@hub/core/server';
import { createTestHub, noteRef, notesPlugin, writeNote, type TestClient, type TestHub } from '@hub/testing';

const outside = 'http://hub.example.org';
const northvale = 'site:network/northvale';
const clinic = 'intervention:tollbridge/breathlessness-clinic';
const html = await readFile(path.resolve(import.meta.dirname, '../../apps/web/index.html'), 'utf8');

let hub: TestHub;
let anjali: TestClient;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'hub-web-'));
  await writeFile(path.join(folder, 'index.html'), html);
  hub = await createTestHub({
    env: { HUB_WEB_FOLDER: folder, HUB_PUBLIC_URL: outside },
  });
  anjali = await asLead('anjali-thornapple', northvale);
});
afterAll(async () => {
  await hub?.close();
  await rm(folder, { recursive: true, force: true });
});

async function asLead(slug: string, site: string): Promise<TestClient> {
  await hub.sql('UPDATE core.account SET keys = ARRAY(SELECT DISTINCT unnest(keys || $2::text[])) WHERE ref = $1', [
    `member:network/${slug}`,
    [`leads:${site}`],
  ]);
  return hub.as(slug);
}

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** What a browser, or whoever makes a preview, is sent; without the date, which is nobody's secret. */
async function open(address: string): Promise<Answer> {
  const answer = await fetch(hub.address + address, { headers: { accept: 'text/html' } });
  const { date: _date, 'x-request-id': _id, ...headers } = Object.fromEntries(answer.headers);
  return { status: answer.status, body: await answer.text(), headers };
}

const show =
  'mutation ($input: SetInterventionVisibilityInput!) { setInterventionVisibility(input: $input) { intervention { id } } }';
const list =
  'mutation ($input: SetSiteIndexableInput!) { setSiteIndexable(input: $input) { site { indexable viewerCanSetIndexable } } }';

/** Makes an intervention of somebody's site public, or not. */
async function shown(visibility: 'PUBLIC' | 'NETWORK', id = clinic, as = 'callum-pennyroyal'): Promise<void> {
  await (await hub.as(as)).ok(show, { input: { id, visibility } });
}

describe('A link to a public thing', () => {
  it('shows its title and summary where it is pasted, at its one address', async () => {
    await shown('PUBLIC');
    const { status, body, headers } = await open('/interventions/breathlessness-clinic?utm=mail');
    const [{ title, summary }] = (await hub.sql('SELECT title, summary FROM core.entity WHERE ref = $1', [clinic])) as [
      { title: string; summary: string },
    ];

    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-cache');
    expect(body).toContain(`<title>${title} – Vanguard hub</title>`);
    expect(body).toContain(`<meta property="og:title" content="${title}" />`);
    expect(body).toContain('<meta property="og:type" content="article" />');
    expect(body).toContain(`<meta property="og:url" content="${outside}/interventions/breathlessness-clinic" />`);
    expect(body).toContain(`<link rel="canonical" href="${outside}/interventions/breathlessness-clinic" />`);
    expect(body).toContain(summary.slice(0, 40).replace(/'/g, '&#39;'));
    expect(body.match(/<script/g)).toEqual(html.match(/<script/g));
  });

  it('keeps the strict content policy: no script but the hub’s own', async () => {
    const { headers } = await open('/interventions/breathlessness-clinic');

    expect(headers['content-security-policy']).toMatch(/script-src 'self'(;|$)/);
    expect(headers['content-security-policy']).not.toContain('unsafe-inline');
  });

  it.each(['site', 'care-model', 'vanguard'])('is there for every kind with a page: %s', async (kind) => {
    const [thing] = await hub.sql<{ ref: string }>('SELECT ref FROM core.entity WHERE kind = $1 ORDER BY ref LIMIT 1', [
      kind,
    ]);
    const address = hub.hub.app.get(Links).pageOf(thing?.ref ?? '');

    expect(address).not.toBe('/');
    expect((await open(address)).body).toContain(`<meta property="og:url" content="${outside}${address}" />`);
  });

  it('is made from what people write as words, never as markup (T4)', async () => {
    const [before] = await hub.sql<{ title: string }>('SELECT title FROM core.entity WHERE ref = $1', [northvale]);
    await hub.sql('UPDATE core.entity SET title = $2 WHERE ref = $1', [northvale, `"><script>alert('x')</script>`]);
    const { body } = await open('/sites/northvale');
    await hub.sql('UPDATE core.entity SET title = $2 WHERE ref = $1', [northvale, before?.title]);

    expect(body).toContain('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;');
    expect(body.match(/<script/g)).toEqual(html.match(/<script/g));
  });
});

describe('A link to what is not public', () => {
  it.each([
    ['an intervention of the network', '/interventions/breathlessness-clinic', '/interventions/no-such-clinic'],
    ['an adaptation', null, '/adaptations/northvale/no-such-thing'],
    ['a discussion', '/discussions/risk-list-misses-the-people-we-worry-about', '/discussions/no-such-thing'],
    ['a member', '/members/anjali-thornapple', '/members/nobody-at-all'],
  ])('to %s is answered as one to nothing, to the byte (Z2)', async (_words, there, nothing) => {
    await shown('NETWORK');
    const [adaptation] = await hub.sql<{ at: string }>(
      `SELECT '/adaptations/' || split_part(ref, ':', 2) AS at FROM core.entity WHERE kind = 'adaptation' AND NOT needs <@ '{public}' LIMIT 1`,
    );

    expect(await open(there ?? adaptation?.at ?? '')).toEqual(await open(nothing));
  });

  it('takes the same work as one to nothing (Z2)', async () => {
    await shown('NETWORK');
    const one = await hub.countReads(() => open('/interventions/breathlessness-clinic'));
    const other = await hub.countReads(() => open('/interventions/no-such-clinic'));

    expect(one).toBe(other);
  });

  it('has no preview any more once it was taken back', async () => {
    await shown('PUBLIC');
    expect((await open('/interventions/breathlessness-clinic')).body).toContain('og:title');
    await shown('NETWORK');

    expect(await open('/interventions/breathlessness-clinic')).toEqual(await open('/interventions/no-such-clinic'));
  });
});

describe('Search engines', () => {
  const robots = async () => (await fetch(`${hub.address}/robots.txt`)).text();
  const listed = async () =>
    [...(await (await fetch(`${hub.address}/sitemap.xml`)).text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      ([, address]) => address,
    );
  const own = '/interventions/breathlessness-clinic';

  it('are asked to list nothing, unless a site lets them', async () => {
    await shown('PUBLIC');

    expect(await robots()).toBe(`User-agent: *\nAllow: /\nSitemap: ${outside}/sitemap.xml\n`);
    expect(await listed()).toEqual([]);
    for (const address of ['/', '/sites/northvale', own, '/interventions/no-such-clinic', '/sign-in']) {
      const { headers, body } = await open(address);
      expect([address, headers['x-robots-tag']]).toEqual([address, 'noindex']);
      expect(body).toContain('<meta name="robots" content="noindex" />');
    }
  });

  it('may list what is public of a site that lets them, and no more', async () => {
    await shown('PUBLIC');
    const callum = await asLead('callum-pennyroyal', 'site:network/tollbridge');
    const { setSiteIndexable } = await callum.ok(list, { input: { site: 'tollbridge', indexable: true } });
    expect(setSiteIndexable.site).toEqual({ indexable: true, viewerCanSetIndexable: true });

    const all = await listed();
    expect(all).toContain(`${outside}/sites/tollbridge`);
    expect(all).toContain(outside + own);
    expect(
      all.filter((address) => !/\/(sites\/tollbridge|interventions\/|adaptations\/tollbridge\/)/.test(String(address))),
    ).toEqual([]);
    const { headers, body } = await open(own);
    expect(headers['x-robots-tag']).toBeUndefined();
    expect(body).not.toContain('noindex');

    await shown('NETWORK');
    expect(await listed()).not.toContain(outside + own);
    expect(await open(own)).toEqual(await open('/interventions/no-such-clinic'));

    await callum.ok(list, { input: { site: 'tollbridge', indexable: false } });
    expect(await listed()).toEqual([]);
    const entries = await hub.sql(
      "SELECT facts FROM core.audit_entry WHERE action = 'indexing.changed' ORDER BY number",
    );
    expect(entries).toEqual([{ facts: { indexable: true } }, { facts: { indexable: false } }]);
  });

  it('are let in by those who lead the site alone', async () => {
    expect(await anjali.codeOf(list, { input: { site: 'tollbridge', indexable: true } })).toBe('FORBIDDEN');
    expect(await hub.anonymous.codeOf(list, { input: { site: 'tollbridge', indexable: true } })).toBe(
      'UNAUTHENTICATED',
    );
    expect(await anjali.codeOf(list, { input: { site: 'no-such-site', indexable: true } })).toBe('NOT_FOUND');
  });
});

it('a kind without pages has no head and is in no list', async () => {
  const small = await createTestHub({
    only: ['sites'],
    also: [notesPlugin],
    demonstration: false,
    env: { HUB_WEB_FOLDER: folder },
  });
  try {
    await writeNote(small, { name: 'open', visibility: 'public' });
    await small.sql('INSERT INTO core.indexable (owner_ref) VALUES ($1)', [noteRef('open')]);
    expect(await (await fetch(`${small.address}/sitemap.xml`)).text()).not.toContain('<loc>');
  } finally {
    await small.close();
  }
});
