/** A request to join, for the leads of the site: who asks, in which role to let them in, or why not. */
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { EntityLink, HubForm, NotFound, Page, useDraft, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits, type SiteRole } from '@hub/graphql';
import { Button, InsetText, SummaryList, TextArea, Time } from '@hub/ui';
import { peopleAddress } from '../addresses';
import { done } from '../done';
import { problemWith, sayConflict } from '../problems';
import { RoleChoices, roleName } from '../role-choices';
import {
  ApproveJoinRequestDocument,
  DeclineJoinRequestDocument,
  JoinRequestPageDocument,
  type JoinRequestPageQuery,
} from './joining.generated';

type Request = NonNullable<JoinRequestPageQuery['joinRequest']>;

export default function RequestPage() {
  const { id = '' } = useParams();
  const { data } = usePageQuery(JoinRequestPageDocument, { id: `join-request:${id}` });
  const request = data.joinRequest;
  if (!request) return <NotFound />;
  const { member, site } = request;
  return (
    <Page
      title={`${member.displayName} asks to join ${site.name}`}
      back={{ to: peopleAddress(site.slug), label: `People of ${site.name}` }}
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
  const by = request.answeredBy?.displayName;
  if (request.state === 'WITHDRAWN') return <p>{request.member.displayName} took the request back.</p>;
  const what = request.state === 'APPROVED' && request.role ? `Let in as ${roleName(request.role)}` : 'Declined';
  return (
    <>
      <p>
        {what}
        {by && ` by ${by}`}
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

function LetIn({ request }: { readonly request: Request }) {
  const { member, site } = request;
  const [role, setRole] = useState<SiteRole | null>(null);
  const navigate = useNavigate();
  const form = useMutationForm(ApproveJoinRequestDocument, {
    onDone: () => void navigate(peopleAddress(site.slug), done(`${member.displayName} belongs to ${site.name} now`)),
  });
  const submit = () => {
    const problem = problemWith([['role', role === null, 'Choose a role']]);
    if (problem || !role) return form.setProblem(problem);
    void form.submit({ request: request.id, role });
  };
  return (
    <section aria-labelledby="let-in">
      <h2 id="let-in">Let them in</h2>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={submit} scope="let-in">
        <RoleChoices label={`Their role at ${site.name}`} value={role} onChange={setRole} />
        <Button>Let {member.displayName} in</Button>
      </HubForm>
    </section>
  );
}

function Decline({ request }: { readonly request: Request }) {
  const { member, site } = request;
  const draft = useDraft(`decline:${request.id}`, { words: '' });
  const navigate = useNavigate();
  const form = useMutationForm(DeclineJoinRequestDocument, {
    onDone: () => {
      draft.clear();
      void navigate(peopleAddress(site.slug), done(`${member.displayName} reads your answer`));
    },
  });
  const { words } = draft.value;
  const submit = () => {
    const problem = problemWith([['words', words.trim() === '', 'Say why not. They read it']]);
    if (problem) return form.setProblem(problem);
    void form.submit({ request: request.id, words });
  };
  return (
    <section aria-labelledby="decline">
      <h2 id="decline">Or decline</h2>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={submit} scope="decline">
        <TextArea
          name="words"
          label="Why not"
          hint={`${member.displayName} reads this, in the hub and by e-mail`}
          rows={3}
          limit={textLimits['DeclineJoinRequestInput.words']}
          value={words}
          onChange={(value) => draft.change({ words: value })}
        />
        <Button look="secondary">Decline</Button>
      </HubForm>
    </section>
  );
}
