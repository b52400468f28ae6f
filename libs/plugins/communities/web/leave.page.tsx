/** Leaving a community: what it does is said before it is done. */
import { useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { Button, ButtonGroup, ButtonLink } from '@hub/ui';
import { communityAddress, communityIn } from './addresses';
import { CommunityPageDocument, LeaveCommunityDocument } from './communities.generated';
import type { CommunityOnPage } from './community.page';
import { done } from './done';
import type { CommunityKind } from '@hub/plugins/communities/contract';

export default function LeavePage() {
  const { name } = useParams();
  const { community } = usePageQuery(CommunityPageDocument, { id: communityIn(name) }).data;
  return community?.viewerRole ? <Leaving community={community} /> : <NotFound />;
}

function Leaving({ community }: { readonly community: CommunityOnPage }) {
  const back = communityAddress(community.id);
  const navigate = useNavigate();
  const form = useMutationForm(LeaveCommunityDocument, {
    onDone: () => void navigate('/communities', done(`You have left ${community.name}`)),
  });
  const isOnlyOne = community.viewerRole === 'FACILITATOR' && community.facilitators.length === 1;
  return (
    <Page title={`Leave ${community.name}`} back={{ to: back, label: community.name }}>
      {isOnlyOne ? (
        <p>
          You are the only one who facilitates {community.name}. Make somebody else its facilitator first: a community
          cannot be without one.
        </p>
      ) : (
        <>
          <p>This takes effect at once:</p>
          <ul>
            {effects[community.kind].map((effect) => (
              <li key={effect}>{effect}</li>
            ))}
            <li>what you wrote stays, under your name</li>
          </ul>
          <HubForm form={form} onSubmit={() => void form.submit({ community: community.id })}>
            <ButtonGroup>
              <Button look="warning">Leave {community.name}</Button>
              <ButtonLink look="secondary" to={back}>
                Stay
              </ButtonLink>
            </ButtonGroup>
          </HubForm>
        </>
      )}
    </Page>
  );
}

const effects: Readonly<Record<CommunityKind, readonly string[]>> = {
  OPEN: ['you are no longer listed among its members', 'you can still read what is said in it, and join again'],
  CLOSED: ['you no longer see what is said in it', 'to come back you ask its facilitators'],
  PRIVATE: ['you no longer see that it is there', 'to come back its facilitators have to invite you'],
};
