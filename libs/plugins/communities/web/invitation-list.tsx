/** Who is invited and has not answered: each can be taken back. */
import { EntityLink, MutationProblems, useMutationForm } from '@hub/core/web';
import { Hidden, LinkButton, Meta, Time } from '@hub/ui';
import { RevokeCommunityInvitationDocument, type CommunityInvitationRowFragment } from './people.generated';

interface InvitationListProps {
  readonly invitations: readonly CommunityInvitationRowFragment[];
  readonly onChange: () => void;
}

export function InvitationList({ invitations, onChange }: InvitationListProps) {
  const form = useMutationForm(RevokeCommunityInvitationDocument, { onDone: onChange });
  return (
    <>
      <MutationProblems problem={form.problem} />
      <ul className="nhsuk-list hub-rows">
        {invitations.map(({ id, member, invitedBy, invitedAt }) => (
          <li key={id} className="hub-rows__row">
            <div className="hub-rows__title">
              <EntityLink reference={member.id}>{member.displayName}</EntityLink>
            </div>
            <Meta>
              Invited {invitedBy && `by ${invitedBy.displayName} `}
              <Time at={invitedAt} as="ago" />
            </Meta>
            <p className="nhsuk-u-margin-bottom-0 hub-no-print">
              <LinkButton onClick={() => void form.submit({ invitation: id })}>
                Take back<Hidden> the invitation of {member.displayName}</Hidden>
              </LinkButton>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
