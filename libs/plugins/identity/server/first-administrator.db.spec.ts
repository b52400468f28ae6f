/** A hub that is empty: whoever started it on their own machine gets in, without a mail server. */
import { jest } from '@jest/globals';
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import { post } from './testing/sign-in';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({
    only: ['identity'],
    demonstration: false,
    env: { HUB_DEMO: '0', HUB_ADMIN_EMAIL: 'first@example.org' },
  });
});
afterAll(() => hub?.close());

it('the code is printed where the hub was started, and whoever was named is the administrator', async () => {
  const printed: string[] = [];
  const output = jest.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
  try {
    await post(hub.anonymous, '/auth/code', { email: 'first@example.org' });
    await hub.drain();
  } finally {
    output.mockRestore();
  }
  const code = /: (\d{8})\n/.exec(printed.join(''))?.[1];
  expect(printed.join('')).not.toContain('first@');
  expect(await hub.sql('SELECT 1 FROM core.mail')).toEqual([]);

  const { cookie } = await post(hub.anonymous, '/auth/code/verify', { email: 'first@example.org', code });
  const first = new TestClient(hub.address, cookie);
  expect((await first.ok('{ viewerAccount { secondFactor { isNeeded } } }')).viewerAccount.secondFactor.isNeeded).toBe(
    true,
  );
});

it('the sign-in page says what there is', async () => {
  expect(await (await fetch(`${hub.address}/auth/ways`)).json()).toEqual({
    demonstration: false,
    code: { available: true, domains: expect.arrayContaining(['*.nhs.uk', 'nhs.net', '*.gov.uk', '*.ac.uk']) },
    oidc: null,
    isEmpty: false,
    adminNamed: true,
    mailKept: true,
  });
});

it('where others can reach the hub and no mail server is set, a code is neither printed nor kept for others to read', async () => {
  const open = await createTestHub({
    database: { url: hub.databaseUrl, drop: () => Promise.resolve() },
    env: { HUB_DEMO: '0', HUB_PUBLIC_URL: 'https://hub.example.nhs.uk' },
  });
  const said: string[] = [];
  const outputs = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => said.push(String(text)) > 0),
  );
  try {
    await post(open.anonymous, '/auth/code', { email: 'anna@nhs.net' });
    await open.drain();
  } finally {
    for (const output of outputs) output.mockRestore();
    await open.close();
  }
  expect(said.join('')).toContain('set HUB_SMTP_URL');
  expect(said.join('')).not.toMatch(/\d{8}\b(?!-)|anna/);
  expect(await hub.sql('SELECT 1 FROM core.mail')).toEqual([]);
});
