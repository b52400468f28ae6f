/** Making a community: what it is called and for, who sees it, which care models it bears on. What is typed stays in the tab. */
import { useNavigate } from 'react-router';
import { CareModelsDocument, HubForm, Page, useDraft, useLinkTo, useMutationForm, usePageQuery } from '@hub/core/web';
import { communityKinds, type CommunityKind } from '@hub/plugins/communities/contract';
import { textLimits } from '@hub/graphql';
import { Button, Checkboxes, Radios, TextField } from '@hub/ui';
import { CreateCommunityDocument } from './communities.generated';
import { done } from './done';
import { missing } from './problems';
import { kindNames, kindSentences } from './words';

const kinds = communityKinds.map((value) => ({ value, label: kindNames[value], hint: kindSentences[value] }));

interface Writing {
  readonly name: string;
  readonly purpose: string;
  readonly kind: CommunityKind | null;
  readonly modelTypes: readonly string[];
}

const nothing: Writing = { name: '', purpose: '', kind: null, modelTypes: [] };

export default function NewCommunityPage() {
  const draft = useDraft('new-community', nothing);
  const navigate = useNavigate();
  const linkTo = useLinkTo();
  const { data } = usePageQuery(CareModelsDocument);
  const form = useMutationForm(CreateCommunityDocument, {
    onDone: ({ createCommunity: { community } }) => {
      draft.clear();
      void navigate(linkTo(community.id), done(`${community.name} is there. You facilitate it`));
    },
  });
  const { name, purpose, kind, modelTypes } = draft.value;
  const submit = () => {
    const problem =
      missing('name', name.trim() === '', 'Write what it is called') ??
      missing('purpose', purpose.trim() === '', 'Write what it is for') ??
      missing('kind', kind === null, 'Choose who can see it') ??
      missing('modelTypes', modelTypes.length === 0, 'Choose at least 1 care model');
    if (problem || !kind) return form.setProblem(problem);
    void form.submit({ name, purpose, kind, modelTypes: [...modelTypes] });
  };
  return (
    <Page title="Make a community" back={{ to: '/communities', label: 'Communities' }}>
      <p>You will facilitate it. Others can do so with you later.</p>
      <HubForm form={form} onSubmit={submit}>
        <TextField
          name="name"
          label="What is it called?"
          limit={textLimits['CreateCommunityInput.name']}
          value={name}
          onChange={(value) => draft.change({ name: value })}
        />
        <TextField
          name="purpose"
          label="What is it for?"
          hint="A sentence or two, so that others know whether to join. Do not include details of patients"
          limit={textLimits['CreateCommunityInput.purpose']}
          value={purpose}
          onChange={(value) => draft.change({ purpose: value })}
        />
        <Radios
          name="kind"
          label="Who can see it and join?"
          choices={kinds}
          value={kind}
          onChange={(value) => draft.change({ kind: value })}
        />
        <Checkboxes
          name="modelTypes"
          label="Which care models does it bear on?"
          hint="Choose at least one"
          choices={data.modelTypes.map(({ code, name: called }) => ({ value: code, label: `${called} (${code})` }))}
          values={modelTypes}
          onChange={(value) => draft.change({ modelTypes: value })}
        />
        <Button>Make this community</Button>
      </HubForm>
    </Page>
  );
}
