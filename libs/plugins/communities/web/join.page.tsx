/** Asking to join a closed community. */
import { useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, TextArea, WhoSees } from '@hub/ui';
import { communityAddress, communityIn } from './addresses';
import { AskToJoinCommunityDocument, CommunityPageDocument } from './communities.generated';
import { done } from './done';
import { missing, sayConflict } from './problems';

export default function JoinPage() {
  const { name } = useParams();
  const { community } = usePageQuery(CommunityPageDocument, { id: communityIn(name) }).data;
  if (!community?.viewerCanAsk) return <NotFound />;
  const back = communityAddress(community.id);
  return (
    <Page title={`Ask to join ${community.name}`} back={{ to: back, label: community.name }}>
      <AskForm community={community} back={back} />
    </Page>
  );
}

function AskForm({
  community,
  back,
}: {
  readonly community: { readonly id: string; readonly name: string };
  readonly back: string;
}) {
  const draft = useDraft(`join-community:${community.id}`, { words: '' });
  const navigate = useNavigate();
  const form = useMutationForm(AskToJoinCommunityDocument, {
    onDone: () => {
      draft.clear();
      void navigate(back, done('You have asked to join'));
    },
  });
  const { words } = draft.value;
  const submit = () => {
    const problem = missing('words', words.trim() === '', 'Write a sentence, so that they know who asks');
    if (problem) return form.setProblem(problem);
    void form.submit({ community: community.id, words });
  };
  return (
    <HubForm form={{ ...form, problem: sayConflict(form.problem) }} onSubmit={submit}>
      <TextArea
        name="words"
        label={`Why do you want to join ${community.name}?`}
        hint="Those who facilitate it read this with your name and role. Do not include details of patients"
        rows={3}
        limit={textLimits['AskToJoinCommunityInput.words']}
        value={words}
        onChange={(value) => draft.change({ words: value })}
      />
      <WhoSees label="Who will see this" who={`You and those who facilitate ${community.name}`} />
      <Button>Ask to join</Button>
    </HubForm>
  );
}
