/** Where the member is signed in, and how to end what they are not at. */
import { useState } from 'react';
import { MutationProblems, Page, useMutationForm } from '@hub/core/web';
import { Button, counted, Details, NotificationBanner } from '@hub/ui';
import { accountCrumbs, useAccount } from '../account';
import { EndOtherSessionsDocument, EndSessionDocument } from '../account.generated';
import { SessionRow } from './session-row';

export default function SessionsPage() {
  const { account, refetch } = useAccount();
  const [ended, setEnded] = useState<number | null>(null);
  const done = (count: number) => {
    setEnded(count);
    refetch();
  };
  const one = useMutationForm(EndSessionDocument, { onDone: ({ endSession }) => done(endSession.ended) });
  const others = useMutationForm(EndOtherSessionsDocument, {
    onDone: ({ endOtherSessions }) => done(endOtherSessions.ended),
  });
  if (!account) return null;
  const here = account.sessions.filter(({ isThisOne }) => isThisOne);
  const elsewhere = account.sessions.filter(({ isThisOne }) => !isThisOne);
  return (
    <Page title="Where you are signed in" breadcrumbs={accountCrumbs}>
      {ended !== null && (
        <NotificationBanner key={elsewhere.length} kind="done">
          <p className="nhsuk-notification-banner__heading">
            {ended === 0 ? 'It had ended already' : `${counted(ended, 'place')} signed out`}
          </p>
        </NotificationBanner>
      )}
      <MutationProblems problem={one.problem ?? others.problem} />
      <p>A place is a browser on a device. Each ends by itself when it is not used for a while.</p>
      <ul className="nhsuk-list hub-rows">
        {[...here, ...elsewhere].map((session) => (
          <SessionRow
            key={session.id}
            session={session}
            onEnd={() => void one.submit({ session: session.id }).then(refetch)}
          />
        ))}
      </ul>
      {elsewhere.length === 0 && <p>You are signed in nowhere else.</p>}
      {elsewhere.length > 0 && (
        <Details summary="End all others">
          <p>
            You stay signed in here. {counted(elsewhere.length, 'other place')} will be signed out within a few seconds.
            What was being written there and not sent can be read there no more until you sign in again.
          </p>
          <Button look="warning" onClick={() => void others.submit({})}>
            End all others
          </Button>
        </Details>
      )}
    </Page>
  );
}
