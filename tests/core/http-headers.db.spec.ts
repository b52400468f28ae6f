/** What browsers are told about every answer. */
import { createTestHub, type TestHub } from '@hub/testing';
import { notesPlugin } from '../fixtures/notes.plugin';

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
});
afterAll(() => hub.close());

const paths = ['/graphql?query=%7B__typename%7D', '/auth/demo', '/health', '/nowhere'];

it.each(paths)(
  '%s has a policy without exceptions for inline scripts and styles, and is framed nowhere (T4)',
  async (path) => {
    const { headers } = await fetch(hub.address + path);
    const policy = headers.get('content-security-policy') ?? '';

    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('x-powered-by')).toBeNull();
  },
);

it('nothing of the API is kept by caches', async () => {
  const answers = await Promise.all([...paths.slice(0, 2), '/auth/nowhere'].map((path) => fetch(hub.address + path)));

  expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(['no-store', 'no-store', 'no-store']);
});

it('transport security is asked for on https alone (S5)', async () => {
  const secure = await createTestHub({
    plugins: [notesPlugin],
    demonstration: false,
    env: { HUB_PUBLIC_URL: 'https://hub.example.nhs.uk' },
  });
  const [over, plain] = await Promise.all([fetch(`${secure.address}/health`), fetch(`${hub.address}/health`)]);
  await secure.close();

  expect(over.headers.get('strict-transport-security')).toMatch(/max-age=31536000/);
  expect(plain.headers.get('strict-transport-security')).toBeNull();
});
