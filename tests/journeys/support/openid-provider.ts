/** An OpenID provider for a hub in a browser: whoever types a name there is that person. */
import { createServer } from 'node:http';
import type { AddressInfo, Server } from 'node:net';
import { aFreePort } from '@hub/testing';
import type { Configuration } from 'oidc-provider';

const client = { id: 'hub', secret: 'a secret that only the two of them know' };

export interface OpenIdProvider {
  readonly issuer: string;
  /** The settings of a hub that uses it, its port among them. */
  readonly env: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Starts it on a free port, for a hub that is to be started on another. */
export async function openOpenIdProvider(label: string): Promise<OpenIdProvider> {
  const port = await aFreePort();
  const server = createServer();
  const issuer = `http://127.0.0.1:${await listen(server)}`;
  const speakAgain = silence();
  const { Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, configurationFor(`http://127.0.0.1:${port}/auth/oidc/callback`));
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    issuer,
    env: {
      PORT: String(port),
      HUB_OIDC_ISSUER: issuer,
      HUB_OIDC_CLIENT_ID: client.id,
      HUB_OIDC_CLIENT_SECRET: client.secret,
      HUB_OIDC_LABEL: label,
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      speakAgain();
    },
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** It says at length that it is no production set-up, which is true. The returned function lets the console speak again. */
function silence(): () => void {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  return () => void Object.assign(console, { warn, info });
}

function configurationFor(callback: string): Configuration {
  return {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback] }],
    cookies: { keys: ['for tests alone'] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: () => ({ sub, name: `${sub} of the provider`, email: `${sub}@nhs.net`, email_verified: true }),
    }),
  };
}
