/** Asking to join a site, and what became of it. */
import { useParams, useSearchParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useMutationForm, usePageQuery, pageOfOurs } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonLink, InsetText, TextArea, Time, WhoSees } from '@hub/ui';
import { problemWith, sayConflict } from '../problems';
import {
  AskToJoinDocument,
  JoinSitePageDocument,
  WithdrawJoinRequestDocument,
  type JoinSitePageQuery,
} from './joining.generated';

type Site = NonNullable<JoinSitePageQuery['site']>;

export default function JoinPage() {
  const { name = '' } = useParams();
  const [asked] = useSearchParams();
  const { data, refetch } = usePageQuery(JoinSitePageDocument, { slug: name });
  const { site } = data;
  if (!site) return <NotFound />;
  const back = pageOfOurs(asked.get('return'), `/sites/${site.slug}`);
  const isOpen = site.viewerJoinRequest?.state === 'OPEN';
  return (
    <Page title={`Join ${site.name}`} back={{ to: back, label: back.startsWith('/welcome') ? 'Back' : site.name }}>
      {site.viewerRole && <p>You belong to {site.name} already.</p>}
      {!site.viewerRole && isOpen && <Waiting site={site} back={back} onChange={refetch} />}
      {!site.viewerRole && !isOpen && <AskForm site={site} onDone={refetch} />}
    </Page>
  );
}

function Waiting({
  site,
  back,
  onChange,
}: {
  readonly site: Site;
  readonly back: string;
  readonly onChange: () => void;
}) {
  const form = useMutationForm(WithdrawJoinRequestDocument, { onDone: onChange });
  const request = site.viewerJoinRequest;
  if (!request) return null;
  return (
    <>
      <p role="status">
        You asked on <Time at={request.askedAt} />. The leads of {site.name} have not answered yet. You will hear from
        them here, and by e-mail.
      </p>
      <InsetText>
        <p>{request.words}</p>
      </InsetText>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={() => void form.submit({ request: request.id })}>
        <div className="nhsuk-button-group hub-no-print">
          <ButtonLink to={back}>Go on</ButtonLink>
          <Button look="secondary">Take back the request</Button>
        </div>
      </HubForm>
    </>
  );
}

function AskForm({ site, onDone }: { readonly site: Site; readonly onDone: () => void }) {
  const draft = useDraft(`join:${site.id}`, { words: '' });
  const form = useMutationForm(AskToJoinDocument, {
    onDone: () => {
      draft.clear();
      onDone();
    },
  });
  const { words } = draft.value;
  const submit = () => {
    const problem = problemWith([['words', words.trim() === '', 'Write a sentence, so that they know who asks']]);
    if (problem) return form.setProblem(problem);
    void form.submit({ site: site.id, words });
  };
  const answered = site.viewerJoinRequest?.state === 'DECLINED' ? site.viewerJoinRequest : null;
  return (
    <>
      {answered?.answer && (
        <InsetText>
          <p>The leads of {site.name} declined when you asked before. They wrote:</p>
          <p>{answered.answer}</p>
        </InsetText>
      )}
      <p>The leads of the site read this with your name and role. They let you in, or say why not.</p>
      <HubForm form={{ problem: sayConflict(form.problem) }} onSubmit={submit}>
        <TextArea
          name="words"
          label={`Why do you want to join ${site.name}?`}
          hint="Such as where you work and what you do together. Do not include details of patients"
          rows={3}
          limit={textLimits['AskToJoinInput.words']}
          value={words}
          onChange={(value) => draft.change({ words: value })}
        />
        <WhoSees label="Who will see this" who={`You and those who lead ${site.name}`} />
        <Button>Ask to join</Button>
      </HubForm>
    </>
  );
}
