/** Making somebody a facilitator, or ending that: what it does is said before it is done. */
import { useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useMutationForm } from '@hub/core/web';
import { Button, ButtonGroup, ButtonLink } from '@hub/ui';
import { communityAddress } from './addresses';
import { done } from './done';
import { SetCommunityFacilitatorDocument } from './people.generated';
import { usePerson, type PersonOfCommunity } from './use-person';

export default function FacilitatorPage() {
  const { name = '', member = '' } = useParams();
  const person = usePerson(name, member);
  return person ? <Decision person={person} /> : <NotFound />;
}

function Decision({ person }: { readonly person: PersonOfCommunity }) {
  const { community, name, facilitates, isLastFacilitator } = person;
  const back = communityAddress(community.id, '/people');
  const navigate = useNavigate();
  const form = useMutationForm(SetCommunityFacilitatorDocument, {
    onDone: () =>
      void navigate(
        back,
        done(
          facilitates ? `${name} no longer facilitates ${community.name}` : `${name} facilitates ${community.name} now`,
        ),
      ),
  });
  const title = facilitates ? `End ${name} facilitating` : `Make ${name} a facilitator`;
  const submit = () => void form.submit({ community: community.id, member: person.id, facilitates: !facilitates });
  return (
    <Page title={title} caption={community.name} back={{ to: back, label: `People of ${community.name}` }}>
      {facilitates && isLastFacilitator ? (
        <p>
          {name} is the only one who facilitates it. Make somebody else a facilitator first: it cannot be without one.
        </p>
      ) : (
        <>
          <p>{facilitates ? 'They will no longer be able to:' : 'They will be able to:'}</p>
          <ul>
            <li>let people in, invite and remove them, and say who facilitates it</li>
            <li>change what is said of the community, and who sees it</li>
            <li>pin, close and sum up its discussions, and remove posts</li>
          </ul>
          <HubForm form={form} onSubmit={submit}>
            <ButtonGroup>
              <Button>{title}</Button>
              <ButtonLink look="secondary" to={back}>
                Leave it as it is
              </ButtonLink>
            </ButtonGroup>
          </HubForm>
        </>
      )}
    </Page>
  );
}
