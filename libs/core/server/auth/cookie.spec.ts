import { cookieWith, cookieWithout, tokenIn } from './cookie';
import { isOwnOrigin } from './origins';

const plain = { publicUrl: null };
const secure = { publicUrl: new URL('https://hub.example.nhs.uk') };

it('on http the cookie has a plain name, and on https it is bound to the host and secure', () => {
  expect(cookieWith('t0ken', plain)).toBe('hub-session=t0ken; Path=/; HttpOnly; SameSite=Lax');
  expect(cookieWith('t0ken', secure)).toBe('__Host-hub-session=t0ken; Path=/; HttpOnly; Secure; SameSite=Lax');
});

it('another cookie has a name and a lifetime of its own, and is kept apart', () => {
  const short = { name: 'hub-short', seconds: 600 };
  expect(cookieWith('t0ken', secure, short)).toBe(
    '__Host-hub-short=t0ken; Max-Age=600; Path=/; HttpOnly; Secure; SameSite=Lax',
  );
  expect(tokenIn('hub-short=t0ken', plain, short)).toBe('t0ken');
  expect(tokenIn('hub-short=t0ken', plain)).toBeNull();
});

it('signing out takes the cookie away at once', () => {
  expect(cookieWithout(plain)).toMatch(/^hub-session=; Max-Age=0/);
});

it('only the cookie of this kind of address is read', () => {
  expect(tokenIn('a=b; hub-session=t0ken', plain)).toBe('t0ken');
  expect(tokenIn('hub-session=t0ken', secure)).toBeNull();
  expect(tokenIn(undefined, plain)).toBeNull();
});

describe('own origins', () => {
  const http = { address: () => ({ port: 4000, address: '127.0.0.1', family: 'IPv4' }) };
  const own = (origin: string | undefined) => isOwnOrigin(origin, http, { port: 4000, ...secure });

  it.each([undefined, 'http://127.0.0.1:4000', 'http://localhost:4000', 'https://hub.example.nhs.uk'])(
    '%s is own',
    (origin) => {
      expect(own(origin)).toBe(true);
    },
  );

  it.each([
    'null',
    '',
    'https://evil.example',
    'http://localhost:4001',
    'https://hub.example.nhs.uk.evil.example',
    'http://hub.example.nhs.uk',
  ])('%s is foreign', (origin) => {
    expect(own(origin)).toBe(false);
  });
});
