/** The address one signs in by. A new one counts once both places have confirmed it. */
import { useState } from 'react';
import { HubForm, MutationProblems, Page, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, NotificationBanner, SummaryList, TextField } from '@hub/ui';
import { accountCrumbs, missing, sayConflict, useAccount } from '../account';
import { CancelEmailChangeDocument, RequestEmailChangeDocument } from '../account.generated';

export default function EmailPage() {
  const { account, refetch } = useAccount();
  const [said, setSaid] = useState('');
  if (!account) return null;
  const { email, newEmail } = account;
  const facts = [
    { name: 'You sign in by', value: email ?? 'No address' },
    ...(newEmail ? [{ name: 'You asked for', value: newEmail }] : []),
  ];
  const done = (words: string) => {
    setSaid(words);
    refetch();
  };
  return (
    <Page title="E-mail address" breadcrumbs={accountCrumbs}>
      {said && (
        <NotificationBanner kind="done" key={said}>
          <p className="nhsuk-notification-banner__heading">{said}</p>
        </NotificationBanner>
      )}
      <SummaryList facts={facts} />
      {newEmail && (
        <Pending email={email} newEmail={newEmail} onCancelled={() => done('Your address stays as it is')} />
      )}
      {!newEmail && <ChangeForm email={email} onAsked={() => done('We have written to you')} />}
    </Page>
  );
}

interface PendingProps {
  readonly email: string | null;
  readonly newEmail: string;
  readonly onCancelled: () => void;
}

function Pending({ email, newEmail, onCancelled }: PendingProps) {
  const form = useMutationForm(CancelEmailChangeDocument, { onDone: onCancelled });
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">Waiting for you to confirm</h2>
      <p>
        {email
          ? `There is a letter for ${email} and one for ${newEmail}. Open the link in both, signed in as yourself.`
          : `There is a letter for ${newEmail}. Open the link in it, signed in as yourself.`}{' '}
        The links hold for 24 hours. Until then nothing changes.
      </p>
      <MutationProblems problem={sayConflict(form.problem)} />
      <Button look="secondary" onClick={() => void form.submit({})}>
        Keep the address as it is
      </Button>
    </section>
  );
}

function ChangeForm({ email, onAsked }: { readonly email: string | null; readonly onAsked: () => void }) {
  const draft = useDraft('change-email', { email: '' });
  const form = useMutationForm(RequestEmailChangeDocument, {
    onDone: () => {
      draft.clear();
      onAsked();
    },
  });
  const ask = () => {
    const problem = missing('email', draft.value.email, 'Enter an e-mail address');
    if (problem) return form.setProblem(problem);
    void form.submit({ email: draft.value.email.trim() });
  };
  return (
    <section aria-labelledby="change-address">
      <h2 id="change-address">{email ? 'Change it' : 'Add one'}</h2>
      <p>
        {email
          ? 'We write to both addresses, the one you have and the new one. It changes once the links in both letters were opened.'
          : 'We write to the address. It counts once the link in the letter was opened.'}
      </p>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={ask}>
        <TextField
          name="email"
          label="New e-mail address"
          type="email"
          autoComplete="email"
          spellCheck={false}
          limit={textLimits['RequestEmailChangeInput.email']}
          value={draft.value.email}
          onChange={(text) => draft.change({ email: text })}
        />
        <Button>{email ? 'Send the letters' : 'Send the letter'}</Button>
      </HubForm>
    </section>
  );
}
