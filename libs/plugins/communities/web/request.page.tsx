/** A request to join, for those who facilitate the community: who asks, and the answer. */
import { useNavigate, useParams } from 'react-router';
import { EntityLink, HubForm, NotFound, Page, useDraft, useMutationForm, usePageQuery } from '@hub/core/web';
import { requestPrefix } from '@hub/plugins/communities/contract';
import { textLimits } from '@hub/graphql';
import { Button, InsetText, SummaryList, TextArea, Time } from '@hub/ui';
import { communityAddress } from './addresses';
import { done } from './done';
import {
  ApproveCommunityRequestDocument,
  CommunityRequestPageDocument,
  DeclineCommunityRequestDocument,
  type CommunityRequestPageQuery,
} from './people.generated';
import { missing, sayConflict } from './problems';

type Request = NonNullable<CommunityRequestPageQuery['communityRequest']>;

export default function RequestPage() {
  const { id = '' } = useParams();
  const { communityRequest: request } = usePageQuery(CommunityRequestPageDocument, {
    id: `${requestPrefix}:${id}`,
  }).data;
  if (!request) return <NotFound />;
  const { member, community } = request;
  return (
    <Page
      title={`${member.displayName} asks to join ${community.name}`}
      back={{ to: communityAddress(community.id, '/people'), label: `People of ${community.name}` }}
    >
      <InsetText>
        <p>{request.words}</p>
      </InsetText>
      <SummaryList
        facts={[
          { name: 'Name', value: <EntityLink reference={member.id}>{member.displayName}</EntityLink> },
          { name: 'Role', value: member.roleTitle },
          { name: 'Profession', value: member.professionalGroup },
          { name: 'Sites', value: member.sites.map(({ name }) => name).join(', ') || 'None yet' },
          { name: 'Asked', value: <Time at={request.askedAt} as="date-time" /> },
        ]}
      />
      {request.state !== 'OPEN' && <Answered request={request} />}
      {request.viewerCanAnswer && (
        <>
          <LetIn request={request} />
          <Decline request={request} />
        </>
      )}
    </Page>
  );
}

function Answered({ request }: { readonly request: Request }) {
  if (request.state === 'WITHDRAWN') return <p>It needs no answer any more.</p>;
  return (
    <>
      <p>
        {request.state === 'APPROVED' ? 'Let in' : 'Declined'}
        {request.answeredBy && ` by ${request.answeredBy.displayName}`}
        {request.answeredAt && (
          <>
            , <Time at={request.answeredAt} />
          </>
        )}
        .
      </p>
      {request.answer && <p>{request.answer}</p>}
    </>
  );
}

function LetIn({ request: { id, member, community } }: { readonly request: Request }) {
  const navigate = useNavigate();
  const form = useMutationForm(ApproveCommunityRequestDocument, {
    onDone: () =>
      void navigate(
        communityAddress(community.id, '/people'),
        done(`${member.displayName} belongs to ${community.name} now`),
      ),
  });
  return (
    <HubForm
      form={{ problem: sayConflict(form.problem) }}
      onSubmit={() => void form.submit({ request: id })}
      scope="let-in"
    >
      <Button>Let {member.displayName} in</Button>
    </HubForm>
  );
}

function Decline({ request: { id, member, community } }: { readonly request: Request }) {
  const draft = useDraft(`decline:${id}`, { words: '' });
  const navigate = useNavigate();
  const form = useMutationForm(DeclineCommunityRequestDocument, {
    onDone: () => {
      draft.clear();
      void navigate(communityAddress(community.id, '/people'), done(`${member.displayName} reads your answer`));
    },
  });
  const { words } = draft.value;
  const submit = () => {
    const problem = missing('words', words.trim() === '', 'Say why not. They read it');
    if (problem) return form.setProblem(problem);
    void form.submit({ request: id, words });
  };
  return (
    <section aria-labelledby="decline">
      <h2 id="decline">Or decline</h2>
      <HubForm form={{ ...form, problem: sayConflict(form.problem) }} onSubmit={submit} scope="decline">
        <TextArea
          name="words"
          label="Why not"
          hint={`${member.displayName} reads this on the page of the community`}
          rows={3}
          limit={textLimits['DeclineCommunityRequestInput.words']}
          value={words}
          onChange={(value) => draft.change({ words: value })}
        />
        <Button look="secondary">Decline</Button>
      </HubForm>
    </section>
  );
}
