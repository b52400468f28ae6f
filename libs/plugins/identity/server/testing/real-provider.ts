/** A certified OpenID provider on this machine, with people who sign in by typing their name. */
import { createServer } from 'node:http';
import type { Configuration } from 'oidc-provider';
import { BrowserJar } from './browser-jar';
import { listenOnLoopback, stopServer } from './servers';

export const client = { id: 'hub', secret: 'a secret that only the two of them know' };

const unverified = /^unverified-/;

export interface RealProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

/** Starts it for a hub at an address. Its accounts are what they type: `anna` has an address at nhs.net, and `unverified-anna` says that it is theirs. */
export async function startRealProvider(hubAddress: string): Promise<RealProvider> {
  const server = createServer();
  const issuer = await listenOnLoopback(server);
  const warnAgain = silenceWarnings();
  const { Provider } = await import('oidc-provider');
  const handle = new Provider(issuer, configurationFor(hubAddress)).callback();
  server.on('request', (request, response) => void handle(request, response));
  const close = async () => {
    await stopServer(server);
    warnAgain();
  };
  return { issuer, close };
}

/** Signs somebody in at the provider and comes back to the hub; gives the hub's last answer. */
export async function signInAtProvider(hubAddress: string, jar: BrowserJar, login: string, start = '/auth/oidc/start') {
  const isCallback = (address: string) => address.startsWith(`${hubAddress}/auth/oidc/callback`);
  const isForm = (address: string) => new URL(address).pathname.startsWith('/interaction/');
  let { address } = await jar.follow(`${hubAddress}${start}`, (at) => isCallback(at) || isForm(at));
  for (let forms = 0; isForm(address) && forms < 4; forms += 1) {
    const text = await (await jar.ask(address)).text();
    const prompt = /name="prompt" value="(\w+)"/.exec(text)?.[1] ?? 'login';
    const filled: Record<string, string> = prompt === 'login' ? { prompt, login, password: 'x' } : { prompt };
    const answer = await jar.ask(address, filled);
    const next = new URL(answer.headers.get('location') ?? '', address).href;
    ({ address } = await jar.follow(next, (at) => isCallback(at) || isForm(at)));
  }
  return { callback: address, response: await jar.ask(address) };
}

/** Signs out at the provider itself, which then tells every client. */
export async function signOutAtProvider(issuer: string, jar: BrowserJar): Promise<void> {
  const text = await (await jar.ask(`${issuer}/session/end`)).text();
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  await jar.ask(`${issuer}/session/end/confirm`, { xsrf, logout: 'yes' });
}

function configurationFor(hubAddress: string): Configuration {
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [`${hubAddress}/auth/oidc/callback`],
        backchannel_logout_uri: `${hubAddress}/auth/oidc/back-channel-logout`,
        backchannel_logout_session_required: true,
      },
    ],
    cookies: { keys: ['for tests alone'] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    features: { devInteractions: { enabled: true }, backchannelLogout: { enabled: true } },
    // Without its own dispatcher, which refuses addresses of this machine, where the hub is.
    fetch: (url, { method, headers, body } = {}) =>
      fetch(url, { method, headers, body, signal: AbortSignal.timeout(5000) }),
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        name: `${sub} of the provider`,
        email: `${sub.replace(unverified, '')}@nhs.net`,
        email_verified: !unverified.test(sub),
      }),
    }),
  };
}

/** It warns that it is no production set-up, which is true. */
function silenceWarnings(): () => void {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  return () => Object.assign(console, { warn, info });
}
