/** One API token: what it may do and for how long. */
import { Button, Details, PlainTag, Time } from '@hub/ui';
import type { Account } from '../account';

export type Token = Account['apiTokens'][number];

/** "Active" has no words of its own. */
export function tokenState({ revokedAt, expiresAt }: Token, now: Date = new Date()): 'Taken back' | 'Run out' | null {
  if (revokedAt) return 'Taken back';
  return new Date(expiresAt) <= now ? 'Run out' : null;
}

export function TokenRow({ token, onRevoke }: { readonly token: Token; readonly onRevoke: () => void }) {
  const state = tokenState(token);
  return (
    <li className="hub-rows__row">
      <h2 className="hub-rows__title nhsuk-heading-s">
        {token.name} {state && <PlainTag words={state} />}
      </h2>
      <p className="hub-meta">
        {token.scopes.includes('WRITE') ? 'Reads and writes' : 'Reads'}. Made <Time at={token.createdAt} />.{' '}
        {state === null && (
          <>
            Runs out <Time at={token.expiresAt} />.{' '}
          </>
        )}
        {token.lastUsedAt ? (
          <>
            Last used: <Time at={token.lastUsedAt} as="ago" />.
          </>
        ) : (
          'Never used.'
        )}
      </p>
      {state === null && (
        <Details summary={`Take back ${token.name}`}>
          <p>The program that uses it is refused from then on. This cannot be undone, but you can make another.</p>
          <Button look="warning" small onClick={onRevoke}>
            Take it back
          </Button>
        </Details>
      )}
    </li>
  );
}
