/** Where the link of an invitation leads: what it is for, signing in by its address, and accepting it. */
import { useSearchParams } from 'react-router';
import { HubForm, Page, signInAddress, useMutationForm, usePageQuery, useViewer, pageOfOurs } from '@hub/core/web';
import { Button, ButtonLink, SummaryList, Time } from '@hub/ui';
import { siteRoleFacts } from '@hub/plugins/sites/contract';
import { invitationAddress } from '@hub/plugins/membership/contract';
import { AcceptInvitationDocument, OpenedInvitationDocument, type OpenedInvitationQuery } from './invitation.generated';

type Invitation = NonNullable<OpenedInvitationQuery['openedInvitation']>;

export default function InvitationPage() {
  const token = useSearchParams()[0].get('token') ?? '';
  const viewer = useViewer();
  const { data } = usePageQuery(OpenedInvitationDocument, { token });
  const invitation = data.openedInvitation;
  if (!invitation) return <OpensNothing isSignedIn={viewer !== null} />;
  return (
    <Page title={`Join ${invitation.siteName}`} breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <p>
        {invitation.invitedByName ?? 'A lead'} invites you to {invitation.siteName}.
      </p>
      <SummaryList
        facts={[
          { name: 'Your role', value: siteRoleFacts[invitation.role].name },
          { name: 'What you may do', value: siteRoleFacts[invitation.role].sentence },
          { name: 'Sent to', value: invitation.sentTo },
          { name: 'Works until', value: <Time at={invitation.expiresAt} as="date-time" /> },
        ]}
      />
      {viewer ? (
        <Accept token={token} invitation={invitation} />
      ) : (
        <SignInFirst token={token} invitation={invitation} />
      )}
    </Page>
  );
}

function SignInFirst({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  return (
    <>
      <p>Sign in with the address that it was sent to, {invitation.sentTo}. You come back here.</p>
      <ButtonLink to={signInAddress(invitationAddress(token))}>Sign in to accept</ButtonLink>
    </>
  );
}

function Accept({ token, invitation }: { readonly token: string; readonly invitation: Invitation }) {
  const form = useMutationForm(AcceptInvitationDocument, {
    // A new page: who the reader is, and what they see everywhere, has changed.
    onDone: ({ acceptInvitation }) => window.location.assign(pageOfOurs(acceptInvitation.landing, '/')),
  });
  return (
    <HubForm form={form} onSubmit={() => void form.submit({ token })}>
      <Button>Join {invitation.siteName}</Button>
    </HubForm>
  );
}

/** The same words whatever the reason: used, taken back, too old, or sent to somebody else. */
function OpensNothing({ isSignedIn }: { readonly isSignedIn: boolean }) {
  return (
    <Page title="This invitation cannot be used" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <p>
        It may have been used, taken back or be older than 7 days{isSignedIn ? ', or sent to another address' : ''}.
      </p>
      {isSignedIn && (
        <p>
          It works only while you are signed in with the address that it was sent to. Sign out, then open the link
          again.
        </p>
      )}
      <p>Ask whoever invited you to send it again.</p>
    </Page>
  );
}
