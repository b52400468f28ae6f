/** The member's API tokens: what programs may do in their name, and how to take that back. */
import { useState } from 'react';
import { MutationProblems, Page, useMutationForm } from '@hub/core/web';
import { ButtonLink, EmptyState, NotificationBanner } from '@hub/ui';
import { accountCrumbs, useAccount } from '../account';
import { RevokeApiTokenDocument } from '../account.generated';
import { TokenRow } from './token-row';

export default function TokensPage() {
  const { account, refetch } = useAccount();
  const [revoked, setRevoked] = useState('');
  const form = useMutationForm(RevokeApiTokenDocument);
  if (!account) return null;
  const revoke = async (id: string, name: string) => {
    if (await form.submit({ token: id })) setRevoked(name);
    refetch();
  };
  return (
    <Page title="API tokens" breadcrumbs={accountCrumbs}>
      {revoked && (
        <NotificationBanner kind="done" key={revoked}>
          <p className="nhsuk-notification-banner__heading">{revoked} does not count any more</p>
        </NotificationBanner>
      )}
      <MutationProblems problem={form.problem} />
      <p>
        A token lets a program act in your name at the hub’s API: it sees what you see. It can never do what
        administrators do.
      </p>
      <ButtonLink to="/account/api-tokens/new">Make a token</ButtonLink>
      {account.apiTokens.length === 0 ? (
        <EmptyState>
          <p>You have no tokens.</p>
        </EmptyState>
      ) : (
        <ul className="nhsuk-list hub-rows">
          {account.apiTokens.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => void revoke(token.id, token.name)} />
          ))}
        </ul>
      )}
    </Page>
  );
}
