/** On a hub that nobody administers yet: who the first administrator is, and how they are named. */
import { use } from 'react';
import { InsetText } from '@hub/ui';
import { loadWays } from './ways';

export default function FirstAdministrator() {
  const { adminNamed, mailKept, oidc } = use(loadWays());
  return (
    <InsetText>
      <p>This hub has no administrator yet.</p>
      {adminNamed ? (
        <p>The person who runs it has named the first one. If it is you, sign in with the address or account named.</p>
      ) : (
        <p>
          The person who runs it names the first one: set <code>HUB_ADMIN_EMAIL</code> to that person’s e-mail address
          and start the hub again. Whoever signs in with that address is its administrator.
        </p>
      )}
      {mailKept && !oidc && (
        <p>
          Mail is not set up, so codes are not sent: they can be read where the hub runs. Set <code>HUB_SMTP_URL</code>{' '}
          to send them.
        </p>
      )}
    </InsetText>
  );
}
