/** Beginning an intervention. What is typed stays in the tab; at Continue it becomes a draft on the hub. */
import { useNavigate } from 'react-router';
import { HubForm, Page, useDraft, useLinkTo, useMutationForm, usePageQuery, WhoWillSee } from '@hub/core/web';
import { Button, Meta, Radios } from '@hub/ui';
import { aboutProblem } from './about-check';
import { AboutFields, type About } from './about-fields';
import { aboutPart, partAfter } from './parts';
import { savedNow } from './saved';
import { untilPublished } from './until-published';
import {
  CreateInterventionDocument,
  InterventionWritingSitesDocument,
  type InterventionWritingSitesQuery,
} from './write.generated';

const back = { to: '/interventions', label: 'Interventions' };
const title = 'Write an intervention';

export default function NewInterventionPage() {
  const { data } = usePageQuery(InterventionWritingSitesDocument);
  const sites = data.viewer?.sites.filter((site) => site.viewerCanWriteInterventions) ?? [];
  const [first] = sites;
  if (!first) {
    return (
      <Page title={title} back={back}>
        <p>An intervention belongs to a site, and you write for none. Ask those who lead your site.</p>
      </Page>
    );
  }
  return <NewIntervention sites={sites} first={first.slug} />;
}

type Sites = NonNullable<InterventionWritingSitesQuery['viewer']>['sites'];

function NewIntervention({ sites, first }: { readonly sites: Sites; readonly first: string }) {
  const linkTo = useLinkTo();
  const navigate = useNavigate();
  const draft = useDraft('new-intervention', { site: first, ...nothingYet });
  const form = useMutationForm(CreateInterventionDocument, {
    onDone: ({ createIntervention: { intervention } }) => {
      draft.clear();
      const next = partAfter(aboutPart, intervention.maturity) ?? '';
      navigate(linkTo(intervention.id, `/edit/${next}`), { state: savedNow() });
    },
  });
  const save = () => {
    const problem = aboutProblem(draft.value);
    if (problem) form.setProblem(problem);
    else void form.submit(draft.value);
  };
  const site = sites.find(({ slug }) => slug === draft.value.site) ?? sites[0];
  return (
    <Page title={title} back={back}>
      <p>Say what it is, then describe it section by section. It stays a draft until you publish it.</p>
      {draft.wasRestored && <Meta>What you wrote before is back. It is not saved yet.</Meta>}
      <HubForm form={form} onSubmit={save}>
        {sites.length > 1 ? (
          <Radios
            name="site"
            label="Which site is it from?"
            choices={sites.map(({ slug, name }) => ({ value: slug, label: name }))}
            value={draft.value.site}
            onChange={(site) => draft.change({ site })}
          />
        ) : (
          <p>From {site?.name}</p>
        )}
        <AboutFields value={draft.value} onChange={draft.change} shownBy={site?.id ?? null} />
        {site && <WhoWillSee label={untilPublished} thing={{ visibility: 'DRAFT', site: site.id }} />}
        <Button>Save and continue</Button>
      </HubForm>
    </Page>
  );
}

const nothingYet: About = { title: '', summary: '', modelTypes: [], maturity: 'IDEA', visibility: 'NETWORK' };
