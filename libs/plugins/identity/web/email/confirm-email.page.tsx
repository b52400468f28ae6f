/** Where the links in the letters about a new address lead: one press confirms it at that place. */
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { MutationProblems, Page, useMutationForm, type Problem } from '@hub/core/web';
import { Button } from '@hub/ui';
import { sayConflict } from '../account';
import { ConfirmEmailChangeDocument, type ConfirmEmailChangeMutation } from '../account.generated';

const old = 'This link does not count any more, or it is for somebody else. Ask for the change again.';

export default function ConfirmEmailPage() {
  const [address] = useSearchParams();
  const [done, setDone] = useState<ConfirmEmailChangeMutation['confirmEmailChange'] | null>(null);
  const form = useMutationForm(ConfirmEmailChangeDocument, {
    onDone: ({ confirmEmailChange }) => setDone(confirmEmailChange),
  });
  if (done) return <Confirmed {...done} />;
  return (
    <Page title="Confirm your address" back={{ to: '/account/email', label: 'E-mail address' }}>
      <MutationProblems problem={worded(form.problem)} />
      <p>You asked to sign in to the hub by another address. Confirm it from here.</p>
      <Button onClick={() => void form.submit({ token: address.get('token') ?? '' })}>Confirm</Button>
    </Page>
  );
}

function Confirmed({ email, newEmail }: ConfirmEmailChangeMutation['confirmEmailChange']) {
  const title = newEmail ? 'Confirmed here' : 'Your address has changed';
  return (
    <Page title={title} back={{ to: '/account/email', label: 'E-mail address' }}>
      <div role="status">
        {newEmail ? (
          <p>Now open the link in the other letter as well. Until then you sign in by {email ?? 'what you had'}.</p>
        ) : (
          <p>From now on you sign in by {email}.</p>
        )}
      </div>
      <p>
        <Link to="/account">Go to your account</Link>
      </p>
    </Page>
  );
}

function worded(problem: Problem | null): Problem | null {
  return problem?.code === 'NOT_FOUND' ? { ...problem, message: old } : sayConflict(problem);
}
