/** Signing in with an account that somebody has already: the hub sends them there, and they come back signed in. */
import { use } from 'react';
import type { SignInProps } from '@hub/core/web';
import { loadWays } from './ways';

export default function ProviderWay({ returnTo }: SignInProps) {
  const { oidc } = use(loadWays());
  if (!oidc) return null;
  return (
    <p>
      <a className="nhsuk-button" href={`/auth/oidc/start?return=${encodeURIComponent(returnTo)}`}>
        Sign in with {oidc.label}
      </a>
    </p>
  );
}
