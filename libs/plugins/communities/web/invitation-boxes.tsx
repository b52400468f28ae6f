/** Invitations to communities that the reader has not answered. */
import { Link } from 'react-router';
import { useLinkTo, usePageQuery } from '@hub/core/web';
import { InsetText } from '@hub/ui';
import { InvitationsToAnswerDocument } from './communities.generated';

export function InvitationBoxes() {
  const linkTo = useLinkTo();
  const { communityInvitationsToAnswer: waiting } = usePageQuery(InvitationsToAnswerDocument).data;
  return waiting.edges.map(({ node: { id, community, invitedBy } }) => (
    <InsetText key={id}>
      <p>
        {invitedBy?.displayName ?? 'Somebody'} invites you to <Link to={linkTo(community.id)}>{community.name}</Link>.
      </p>
    </InsetText>
  ));
}
