/** The OpenID provider that the settings name, as it describes itself. Asked once an hour; a provider that is away is asked anew. */
import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { hubSettings, Links, type OidcSettings, type Settings } from '@hub/core/server';
import * as openid from 'openid-client';

const keptMs = 60 * 60_000;
const timeoutSeconds = 10;

@Injectable()
export class OidcProvider {
  private known: { readonly configuration: Promise<openid.Configuration>; readonly until: number } | null = null;

  constructor(
    @Inject(hubSettings) private readonly settings: Settings,
    @Inject(Links) private readonly links: Links,
  ) {}

  /** The settings. Throws NotFoundException where no provider is named. */
  get asked(): OidcSettings {
    return this.requireNamed();
  }

  requireNamed(): OidcSettings {
    if (!this.settings.oidc) throw new NotFoundException();
    return this.settings.oidc;
  }

  /** Where the provider sends people back to: by the hub's own settings, never by what a request says of itself. */
  get callback(): URL {
    return new URL(this.links.absolute('/auth/oidc/callback'));
  }

  configuration(): Promise<openid.Configuration> {
    if (this.known && this.known.until > Date.now()) return this.known.configuration;
    const configuration = discover(this.asked);
    this.known = { configuration, until: Date.now() + keptMs };
    configuration.catch(() => (this.known = null));
    return configuration;
  }
}

/** Signatures of ID tokens are checked although they come straight from the provider: nothing rests on the connection alone. */
async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<openid.Configuration> {
  const insecure = issuer.protocol === 'http:' ? [openid.allowInsecureRequests] : [];
  const found = await openid.discovery(issuer, clientId, clientSecret, undefined, {
    execute: insecure,
    timeout: timeoutSeconds,
  });
  const server = found.serverMetadata();
  const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const authentication = methods.includes('client_secret_basic')
    ? openid.ClientSecretBasic(clientSecret)
    : openid.ClientSecretPost(clientSecret);
  const configuration = new openid.Configuration(server, clientId, clientSecret, authentication);
  configuration.timeout = timeoutSeconds;
  for (const allow of insecure) allow(configuration);
  openid.enableNonRepudiationChecks(configuration);
  return configuration;
}
