/** Proposing a new site: the network team reads it, and whoever proposed it will lead it. */
import { useNavigate } from 'react-router';
import { careModelCode } from '@hub/core/contract';
import { CareModelsDocument, HubForm, Page, useDraft, useMutationForm, usePageQuery } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, Checkboxes, TextArea, TextField, WhoSees } from '@hub/ui';
import { proposalsPage } from '@hub/plugins/membership/contract';
import { done } from '../done';
import { problemWith } from '../problems';
import { ProposeSiteDocument } from './proposals.generated';

const initial: { name: string; region: string; modelTypes: string[]; why: string } = {
  name: '',
  region: '',
  modelTypes: [],
  why: '',
};

export default function ProposePage() {
  const draft = useDraft('propose-site', initial);
  const navigate = useNavigate();
  const { data } = usePageQuery(CareModelsDocument);
  const { name, region, modelTypes, why } = draft.value;
  const form = useMutationForm(ProposeSiteDocument, {
    onDone: () => {
      draft.clear();
      void navigate(proposalsPage, done(`The network team reads your proposal of ${name.trim()}`));
    },
  });
  const submit = () => {
    const problem = problemWith([
      ['name', name.trim() === '', 'Enter the name of the site'],
      ['region', region.trim() === '', 'Enter the region'],
      ['modelTypes', modelTypes.length === 0, 'Choose at least one care model'],
      ['why', why.trim() === '', 'Say why it belongs in the network'],
    ]);
    if (problem) return form.setProblem(problem);
    void form.submit({ name, region, modelTypes, why });
  };
  const choices = data.modelTypes.map((model) => ({
    value: careModelCode(model.id),
    label: `${model.name} (${model.code})`,
  }));
  return (
    <Page title="Propose a new site" back={{ to: '/sites', label: 'Sites' }}>
      <p>
        A site is a place whose organisations work together on a new way of caring. The network team answers. If they
        say yes, you lead the site and invite your colleagues.
      </p>
      <HubForm form={form} onSubmit={submit}>
        <TextField
          name="name"
          label="Name of the site"
          hint="As people there call it. It cannot be mistaken for another site's"
          limit={textLimits['ProposeSiteInput.name']}
          value={name}
          onChange={(value) => draft.change({ name: value })}
        />
        <TextField
          name="region"
          label="Region"
          limit={textLimits['ProposeSiteInput.region']}
          value={region}
          onChange={(value) => draft.change({ region: value })}
        />
        <Checkboxes
          name="modelTypes"
          label="Which care models does it work on?"
          choices={choices}
          values={modelTypes}
          onChange={(value) => draft.change({ modelTypes: value })}
        />
        <TextArea
          name="why"
          label="Why does it belong in the network?"
          hint="Who works together, and what you want to try. Do not include details of patients"
          rows={5}
          limit={textLimits['ProposeSiteInput.why']}
          value={why}
          onChange={(value) => draft.change({ why: value })}
        />
        <WhoSees label="Who will see this" who="You and the administrators of the hub" />
        <Button>Propose the site</Button>
      </HubForm>
    </Page>
  );
}
