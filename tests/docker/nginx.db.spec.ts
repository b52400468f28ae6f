/** The nginx of the web image, as docker/ ships it, before two APIs as they are built: what of the hub comes through, and what it does when one goes. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import path from 'node:path';
import { largestFile } from '@hub/plugins/files/contract';
import { attachFile, sendFile, type TestClient } from '@hub/testing';
import { WebSocket } from 'ws';
import { askBefore } from './support/ask-before';
import { createDraft, draftCalled } from '../fixtures/draft';
import { startBehindNginx, type BehindNginx } from './support/behind-nginx';
import { root } from './support/files';
import { nginx, template, type RunningNginx } from './support/nginx';

const suite = nginx.file ? describe : describe.skip;
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

suite(`with nginx before two APIs${nginx.why}`, () => {
  let hub: BehindNginx;
  let web: RunningNginx;
  let anjali: TestClient;
  let draft: string;

  beforeAll(async () => {
    hub = await startBehindNginx();
    web = hub.web;
    anjali = await hub.signedIn('anjali-thornapple');
  }, 300_000);
  afterAll(async () => {
    await hub?.stop();
  });

  const mine = 'query { viewer { displayName } }';

  it('takes its configuration, and gives out pages with the headers of the hub, and files of the build from what it keeps', async () => {
    expect(web.checked).toMatch(/test is successful/);
    const [page, direct] = await Promise.all([fetch(web.address), fetch(`http://${hub.apis[0]?.host}`)]);
    const headers = (answer: Response) =>
      [...answer.headers].filter(([name]) =>
        /^(content-security|permissions|referrer|strict|x-(?!request))|origin|cache/.test(name),
      );
    expect(headers(page)).toEqual(headers(direct));
    expect(headers(page).length).toBeGreaterThan(5);
    expect(page.headers.get('server')).toBe('nginx');

    const [script] = /\/assets\/[\w-]+\.js/.exec(await page.text()) ?? [];
    for (let time = 0; time < 2; time += 1) expect((await fetch(web.address + script)).status).toBe(200);
    expect((await web.handled(script ?? '', 2)).at(-1)?.upstreams).toEqual(['-']);
    expect((await fetch(`${web.address}/metrics`)).status).toBe(404);
  });

  it('spreads requests over both, under ids that the hub answers with and nobody else chooses', async () => {
    const ids = [];
    for (let time = 0; time < 4; time += 1) {
      const answer = await fetch(`${web.address}/health/live`, {
        headers: { 'x-request-id': 'mine-and-nobody-elses' },
      });
      ids.push(answer.headers.get('x-request-id'));
    }
    const handled = await web.handled('/health/live', 4);

    expect(handled.map(({ id }) => id)).toEqual(ids);
    expect(new Set(handled.flatMap(({ upstreams }) => upstreams)).size).toBe(2);
  });

  it('brings a file of the largest size to the hub, and its refusal of a larger one back', async () => {
    const { createIntervention } = await anjali.ok(createDraft, { input: draftCalled('Behind nginx') });
    draft = createIntervention.intervention.id;
    const body = Buffer.alloc(largestFile, 'a');

    expect(await attachFile(anjali, draft, { name: 'large.txt', type: 'text/plain', body })).toEqual(
      expect.any(String),
    );
    const more = await sendFile(anjali, draft, {
      name: 'more.txt',
      type: 'text/plain',
      body: Buffer.concat([body, body]),
    });
    expect(more.status).toBe(413);
  });

  it('says where people come from, who cannot say so themselves: live connections of one address have their limit, and of another', async () => {
    const from = (localAddress: string, forwarded: string) =>
      openSocket({ localAddress, headers: { 'x-forwarded-for': forwarded } });
    const opened = await Promise.all([1, 2, 3, 4, 5, 6, 7].map((each) => from('127.0.0.1', `9.9.9.${each}`)));
    const other = await from('127.0.0.2', '127.0.0.1');

    expect(opened.filter(({ greeting }) => greeting === 'connection_ack')).toHaveLength(6);
    expect(other.greeting).toBe('connection_ack');
    for (const { socket } of [...opened, other]) socket.terminate();
  });

  it('is more patient with live connections than they are ever silent', () => {
    const [, every = ''] = /pingEveryMs = ([\d_]+)/.exec(read('libs/core/server/live/socket-server.ts')) ?? [];
    const [, patience = ''] = /proxy_read_timeout (\d+)s/.exec(template) ?? [];

    expect(Number(patience) * 1000).toBeGreaterThan(2 * Number(every.replaceAll('_', '')));
  });

  it('asks again elsewhere for what only reads, or says that it may be sent again; anything else is sent once (R8)', async () => {
    const seen: string[] = [];
    const handle: RequestListener = ({ method, url, socket }, response) => {
      seen.push(`${method} ${url}`);
      if (url === '/busy') response.writeHead(503).end();
      else socket.destroy();
    };
    const again = { 'hub-repeatable': '1' };
    const groups = [
      [
        ['GET', '/gone'],
        ['POST', '/busy'],
        ['POST', '/gone'],
      ],
      [
        ['POST', '/graphql'],
        ['GET', '/again'],
      ],
      [['POST', '/auth/demo', again]],
      [['POST', '/graphql', again]],
    ] as const;

    // Who failed twice is left alone for a while: each group asks servers of its own.
    for (const asked of groups) await askBefore(handle, asked);
    const twice = ['POST /graphql', 'POST /graphql'];
    expect(seen).toEqual([
      ...['GET /gone', 'GET /gone', 'POST /busy', 'POST /gone'],
      ...['POST /graphql', 'POST /auth/demo', ...twice],
    ]);
  });

  it('says in the words of the hub that none is there: to people on a page, to programs with a code, and when to come back (R1)', async () => {
    const [page, answer] = await askBefore(
      ({ socket }) => socket.destroy(),
      [
        ['GET', '/', { accept: 'text/html' }],
        ['POST', '/graphql'],
      ],
    );

    for (const each of [page, answer]) expect([each?.status, each?.headers.get('retry-after')]).toEqual([503, '2']);
    expect(page?.text).toMatch(/<h1>The hub is away/);
    expect(page?.headers.get('content-security-policy')).toMatch(/default-src 'none'/);
    expect(JSON.parse(answer?.text ?? '')).toMatchObject({ errors: [{ extensions: { code: 'SERVICE_UNAVAILABLE' } }] });
  });

  it('adds whom it hears from to those that a proxy before it names, so that two may be trusted', async () => {
    const seen: unknown[] = [];
    const handle: RequestListener = ({ headers }, response) => {
      seen.push(headers['x-forwarded-for']);
      response.end();
    };

    await askBefore(handle, [['GET', '/']]);
    expect(seen).toEqual(['9.9.9.9, 127.0.0.1']);
  });

  it('loses no request, read or written, when one API is told to stop, and live connections come back at the other (R10)', async () => {
    const sockets = await Promise.all([1, 2, 3, 4].map(() => openSocket({ headers: { cookie: anjali.cookie ?? '' } })));
    const statuses: number[] = [];
    let isOver = false;
    const load = [0, 1, 2, 3].map(async (who) => {
      for (let n = 0; !isOver; n += 1) {
        const title = `Load ${who} ${n}`;
        const asked = who === 0 ? { query: createDraft, variables: { input: draftCalled(title) } } : { query: mine };
        const answer = await anjali.post('/graphql', asked);
        const { errors } = (await answer.json()) as { errors?: unknown };
        statuses.push(errors ? 0 : answer.status);
        if (who > 0) statuses.push((await fetch(web.address)).status);
      }
    });
    const [goes] = hub.apis;
    const ended = goes?.process.ended;
    goes?.process.child.kill('SIGTERM');
    const end = await ended;
    await new Promise((resolve) => setTimeout(resolve, 300));
    isOver = true;
    await Promise.all(load);

    expect(end).toMatchObject({ code: 0 });
    expect([...new Set(statuses)]).toEqual([200]);
    expect(statuses.length).toBeGreaterThan(load.length);
    expect(new Set(sockets.map(({ closed }) => closed()))).toEqual(new Set([1001, null]));
    const back = await openSocket({ headers: { cookie: anjali.cookie ?? '' } });
    expect(back.greeting).toBe('connection_ack');
    for (const { socket } of [...sockets, back]) socket.terminate();
  }, 60_000);

  interface Opened {
    readonly socket: WebSocket;
    /** What it was told first; null where it was told nothing. */
    readonly greeting: string | null;
    closed(): number | null;
  }

  async function openSocket(options: { localAddress?: string; headers: Record<string, string> }): Promise<Opened> {
    const socket = new WebSocket(`${web.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', options);
    let code: number | null = null;
    socket.on('error', () => undefined).on('close', (how) => (code = how));
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    const told = once(socket, 'message').then(([data]) => (JSON.parse(String(data)) as { type: string }).type);
    const greeting = await Promise.race([told, once(socket, 'close').then(() => null)]).catch(() => null);
    return { socket, greeting, closed: () => code };
  }
});
