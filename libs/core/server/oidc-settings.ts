/** The settings of signing in at an OpenID provider. */

export interface OidcSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the sign-in button says: "Sign in with ...". */
  readonly label: string;
  /** The level of sign-in asked for and insisted on; null takes what comes. */
  readonly acr: string | null;
  /** Levels that prove a second factor. */
  readonly secondFactorAcrs: readonly string[];
  readonly nameClaim: string;
  readonly emailClaim: string;
  readonly roleClaim: string | null;
  /** Whoever the provider knows by this subject becomes an administrator. */
  readonly adminSubject: string | null;
}

/** Tokens never cross a network in clear. */
function isSafe({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || (protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname));
}

/** Reads them; null where no provider is named. Throws an Error with one clear sentence for values that make no sense. */
export function oidcSettings(env: Readonly<Record<string, string | undefined>>): OidcSettings | null {
  const { HUB_OIDC_ISSUER: issuer, HUB_OIDC_CLIENT_ID: clientId, HUB_OIDC_CLIENT_SECRET: clientSecret } = env;
  if (!issuer) return null;
  if (!URL.canParse(issuer)) throw new Error(`HUB_OIDC_ISSUER must be a full address, not "${issuer}".`);
  if (!isSafe(new URL(issuer)))
    throw new Error(`HUB_OIDC_ISSUER must be an https address, not "${issuer}". Plain http is for this machine alone.`);
  if (!clientId || !clientSecret)
    throw new Error('HUB_OIDC_ISSUER also needs HUB_OIDC_CLIENT_ID and HUB_OIDC_CLIENT_SECRET.');
  return {
    issuer: new URL(issuer),
    clientId,
    clientSecret,
    label: env.HUB_OIDC_LABEL || 'the account of your organisation',
    acr: env.HUB_OIDC_ACR || null,
    secondFactorAcrs: (env.HUB_OIDC_SECOND_FACTOR_ACRS ?? '').split(/[\s,]+/).filter(Boolean),
    nameClaim: env.HUB_OIDC_NAME_CLAIM || 'name',
    emailClaim: env.HUB_OIDC_EMAIL_CLAIM || 'email',
    roleClaim: env.HUB_OIDC_ROLE_CLAIM || null,
    adminSubject: env.HUB_ADMIN_SUBJECT || null,
  };
}
