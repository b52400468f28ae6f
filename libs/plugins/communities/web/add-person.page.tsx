/** Finding a member of the hub, to invite them; in the community of a care model, to make them a facilitator. */
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { EntityLink, HubForm, NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { Button, counted, EmptyState, Hidden, Meta, WordsFilter } from '@hub/ui';
import { communityAddress, communityIn } from './addresses';
import { done } from './done';
import {
  InviteToCommunityDocument,
  MembersToInviteDocument,
  SetCommunityFacilitatorDocument,
  type MembersToInviteQuery,
} from './people.generated';
import { sayConflict } from './problems';

type Community = NonNullable<MembersToInviteQuery['community']>;
type Found = Community['membersToInvite']['edges'][number]['node'];

export default function AddPersonPage() {
  const { name } = useParams();
  const [address] = useSearchParams();
  const text = address.get('text') ?? '';
  const { community } = usePageQuery(MembersToInviteDocument, { id: communityIn(name), named: text }).data;
  if (!community?.viewerCanFacilitate) return <NotFound />;
  const title = community.modelType ? 'Add a facilitator' : 'Invite somebody';
  return (
    <Page
      title={title}
      caption={community.name}
      back={{ to: communityAddress(community.id, '/people'), label: `People of ${community.name}` }}
    >
      <p>
        {community.modelType
          ? 'They write the welcome, pin what is worth reading, and look after what is unanswered.'
          : 'They see what the community is called and for, and say whether they come in.'}
      </p>
      <WordsFilter label="Name or role" />
      {text !== '' && <People community={community} />}
    </Page>
  );
}

function People({ community }: { readonly community: Community }) {
  const { totalCount, edges } = community.membersToInvite;
  return (
    <>
      <p aria-live="polite">{counted(totalCount, 'person', 'people')}</p>
      {totalCount === 0 && (
        <EmptyState>
          <p>Nobody of that name who is not in it already.</p>
        </EmptyState>
      )}
      <ul className="nhsuk-list hub-rows">
        {edges.map(({ node }) => (
          <li key={node.id} className="hub-rows__row">
            <Person community={community} member={node} />
          </li>
        ))}
      </ul>
      {totalCount > edges.length && <p>Write more of the name to see the others.</p>}
    </>
  );
}

function Person({ community, member }: { readonly community: Community; readonly member: Found }) {
  const navigate = useNavigate();
  const back = communityAddress(community.id, '/people');
  const invite = useMutationForm(InviteToCommunityDocument, {
    onDone: () => void navigate(back, done(`${member.displayName} is invited`)),
  });
  const add = useMutationForm(SetCommunityFacilitatorDocument, {
    onDone: () => void navigate(back, done(`${member.displayName} facilitates ${community.name} now`)),
  });
  const input = { community: community.id, member: member.id };
  const submit = () => void (community.modelType ? add.submit({ ...input, facilitates: true }) : invite.submit(input));
  return (
    <>
      <div className="hub-rows__title">
        <EntityLink reference={member.id}>{member.displayName}</EntityLink>
      </div>
      <Meta>{[member.roleTitle, ...member.sites.map(({ name }) => name)].filter(Boolean).join('. ')}</Meta>
      <HubForm
        form={{ problem: sayConflict(community.modelType ? add.problem : invite.problem) }}
        onSubmit={submit}
        scope={member.id}
      >
        <Button small look="secondary">
          {community.modelType ? 'Make a facilitator' : 'Invite'}
          <Hidden> {member.displayName}</Hidden>
        </Button>
      </HubForm>
    </>
  );
}
