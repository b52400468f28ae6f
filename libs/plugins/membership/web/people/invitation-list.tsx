/** Invitations with what became of each: an open one can be sent again or taken back. */
import { useState } from 'react';
import { MutationProblems, useMutationForm } from '@hub/core/web';
import type { InvitationState } from '@hub/graphql';
import { Announcer, Hidden, LinkButton, Meta, PlainTag, Time } from '@hub/ui';
import { sayConflict } from '../problems';
import { roleName } from '../role-choices';
import { ResendInvitationDocument, RevokeInvitationDocument, type InvitationRowFragment } from './people.generated';

interface InvitationListProps {
  readonly invitations: readonly InvitationRowFragment[];
  readonly onChange: () => void;
}

export const stateWords: Readonly<Record<InvitationState, string>> = {
  OPEN: 'Waiting',
  ACCEPTED: 'Accepted',
  REVOKED: 'Taken back',
  EXPIRED: 'Expired',
};

export function InvitationList({ invitations, onChange }: InvitationListProps) {
  const [said, setSaid] = useState('');
  const finished = (sentence: string) => {
    setSaid(sentence);
    onChange();
  };
  return (
    <>
      <Announcer message={said} urgent />
      {said && <p>{said}</p>}
      <ul className="nhsuk-list hub-rows">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="hub-rows__row">
            <InvitationRow invitation={invitation} onDone={finished} />
          </li>
        ))}
      </ul>
    </>
  );
}

interface InvitationRowProps {
  readonly invitation: InvitationRowFragment;
  readonly onDone: (sentence: string) => void;
}

function InvitationRow({ invitation, onDone }: InvitationRowProps) {
  const { id, email, role, state, invitedAt, expiresAt, invitedBy, acceptedBy } = invitation;
  return (
    <>
      <div className="hub-rows__title">
        {email} <PlainTag words={stateWords[state]} colour={state === 'OPEN' ? 'blue' : 'grey'} />
      </div>
      <Meta>
        {roleName(role)}. Invited {invitedBy && `by ${invitedBy.displayName} `}on <Time at={invitedAt} />
        {state === 'OPEN' && (
          <>
            , until <Time at={expiresAt} />
          </>
        )}
        {acceptedBy && `. Accepted by ${acceptedBy.displayName}`}
      </Meta>
      {(state === 'OPEN' || state === 'EXPIRED') && <InvitationActions id={id} email={email} onDone={onDone} />}
    </>
  );
}

function InvitationActions({ id, email, onDone }: { id: string; email: string; onDone: InvitationRowProps['onDone'] }) {
  const resend = useMutationForm(ResendInvitationDocument, { onDone: () => onDone(`A new letter goes to ${email}`) });
  const revoke = useMutationForm(RevokeInvitationDocument, {
    onDone: () => onDone(`The invitation to ${email} is taken back`),
  });
  return (
    <>
      <MutationProblems problem={sayConflict(resend.problem ?? revoke.problem)} />
      <p className="nhsuk-u-margin-bottom-0 hub-no-print hub-inline">
        <LinkButton onClick={() => void resend.submit({ invitation: id })}>
          Send again<Hidden> to {email}</Hidden>
        </LinkButton>
        <LinkButton onClick={() => void revoke.submit({ invitation: id })}>
          Take back<Hidden> the invitation to {email}</Hidden>
        </LinkButton>
      </p>
    </>
  );
}
