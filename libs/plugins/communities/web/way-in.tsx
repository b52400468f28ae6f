/** On a community's page: how the reader gets in, as far as they are not. */
import { Link } from 'react-router';
import { HubForm, useMutationForm, useSignInAddress, useViewer } from '@hub/core/web';
import { Button, ButtonGroup, ButtonLink, InsetText, Time } from '@hub/ui';
import { communityAddress } from './addresses';
import {
  AcceptCommunityInvitationDocument,
  DeclineCommunityInvitationDocument,
  JoinCommunityDocument,
  WithdrawCommunityRequestDocument,
} from './communities.generated';
import type { CommunityOnPage } from './community.page';
import { sayConflict } from './problems';

interface WayInProps {
  readonly community: CommunityOnPage;
  readonly onChange: () => void;
}

export function WayIn({ community, onChange }: WayInProps) {
  const viewer = useViewer();
  const address = useSignInAddress();
  if (!viewer)
    return (
      <p>
        <Link to={address}>Sign in</Link> to read what is said here, and to join.
      </p>
    );
  if (community.viewerRole) return null;
  if (community.viewerInvitation) return <Invited {...{ community, onChange }} />;
  if (community.viewerCanJoin) return <Join {...{ community, onChange }} />;
  if (!community.viewerCanAsk) return null;
  if (community.viewerRequest?.state === 'OPEN') return <Waiting {...{ community, onChange }} />;
  return (
    <>
      {community.viewerRequest?.state === 'DECLINED' && <Declined words={community.viewerRequest.answer ?? ''} />}
      <ButtonLink to={communityAddress(community.id, '/join')}>Ask to join</ButtonLink>
    </>
  );
}

function Join({ community, onChange }: WayInProps) {
  const form = useMutationForm(JoinCommunityDocument, { onDone: onChange });
  return (
    <HubForm form={form} onSubmit={() => void form.submit({ community: community.id })}>
      <Button>Join {community.name}</Button>
    </HubForm>
  );
}

function Invited({ community, onChange }: WayInProps) {
  const invitation = community.viewerInvitation;
  const accept = useMutationForm(AcceptCommunityInvitationDocument, { onDone: onChange });
  const decline = useMutationForm(DeclineCommunityInvitationDocument, { onDone: onChange });
  if (!invitation) return null;
  const input = { invitation: invitation.id };
  return (
    <InsetText>
      <p>{invitation.invitedBy?.displayName ?? 'Somebody who facilitates it'} invites you to this community.</p>
      <HubForm form={accept} onSubmit={() => void accept.submit(input)} scope="accept">
        <Button>Accept the invitation</Button>
      </HubForm>
      <HubForm form={decline} onSubmit={() => void decline.submit(input)} scope="decline">
        <Button look="secondary">Decline the invitation</Button>
      </HubForm>
    </InsetText>
  );
}

function Waiting({ community, onChange }: WayInProps) {
  const request = community.viewerRequest;
  const form = useMutationForm(WithdrawCommunityRequestDocument, { onDone: onChange });
  if (!request) return null;
  return (
    <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={() => void form.submit({ request: request.id })}>
      <p role="status">
        You asked on <Time at={request.askedAt} />. Those who facilitate it have not answered yet. You will hear from
        them in your notifications.
      </p>
      <ButtonGroup>
        <Button look="secondary">Take back the request</Button>
      </ButtonGroup>
    </HubForm>
  );
}

function Declined({ words }: { readonly words: string }) {
  return (
    <InsetText>
      <p>Those who facilitate it declined when you asked before. They wrote:</p>
      <p>{words}</p>
    </InsetText>
  );
}
