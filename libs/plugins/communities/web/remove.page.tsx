/** Ending somebody's membership: what it does is said before it is done, and they read why. */
import { useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useMutationForm } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, ButtonLink, TextArea } from '@hub/ui';
import { communityAddress } from './addresses';
import { done } from './done';
import { RemoveFromCommunityDocument } from './people.generated';
import { missing } from './problems';
import { usePerson, type PersonOfCommunity } from './use-person';

export default function RemovePage() {
  const { name = '', member = '' } = useParams();
  const person = usePerson(name, member);
  return person ? <Removal person={person} /> : <NotFound />;
}

function Removal({ person }: { readonly person: PersonOfCommunity }) {
  const { community, name, isLastFacilitator } = person;
  const back = communityAddress(community.id, '/people');
  return (
    <Page title={`Remove ${name} from ${community.name}`} back={{ to: back, label: `People of ${community.name}` }}>
      {isLastFacilitator ? (
        <p>
          {name} is the only one who facilitates it. Make somebody else a facilitator first: it cannot be without one.
        </p>
      ) : (
        <RemovalForm person={person} back={back} />
      )}
    </Page>
  );
}

function RemovalForm({ person, back }: { readonly person: PersonOfCommunity; readonly back: string }) {
  const { id, community, name } = person;
  const draft = useDraft(`remove:${community.id}:${id}`, { words: '' });
  const navigate = useNavigate();
  const form = useMutationForm(RemoveFromCommunityDocument, {
    onDone: () => {
      draft.clear();
      void navigate(back, done(`${name} no longer belongs to ${community.name}`));
    },
  });
  const { words } = draft.value;
  const submit = () => {
    const problem = missing('words', words.trim() === '', 'Say why. They read it');
    if (problem) return form.setProblem(problem);
    void form.submit({ community: community.id, member: id, words });
  };
  return (
    <>
      <p>This takes effect at once, also on pages that {name} has open:</p>
      <ul>
        {community.kind !== 'OPEN' && <li>they no longer see what is said in {community.name}</li>}
        <li>they are no longer listed among its members</li>
        <li>what they wrote stays, under their name</li>
        <li>they are told, and read why</li>
      </ul>
      <HubForm form={form} onSubmit={submit}>
        <TextArea
          name="words"
          label="Why"
          hint={`${name} reads this by e-mail`}
          rows={3}
          limit={textLimits['RemoveFromCommunityInput.words']}
          value={words}
          onChange={(value) => draft.change({ words: value })}
        />
        <ButtonGroup>
          <Button look="warning">Remove {name}</Button>
          <ButtonLink look="secondary" to={back}>
            Keep {name}
          </ButtonLink>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
