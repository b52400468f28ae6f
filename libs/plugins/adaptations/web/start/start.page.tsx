/** Starting an adaptation: one page. Which version, for which site, and why. */
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useDraft, useLinkTo, useMutationForm, usePageQuery, WhoWillSee } from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { Button, ButtonGroup, ButtonLink, formatDate, Radios, TextArea } from '@hub/ui';
import { inputProblem } from '../changes/change-input';
import { pathOf } from '../address';
import { savedNow } from '../record/saved';
import { sitesNotAtWork, sitesToAdaptFor } from './adapt-offer';
import { AlreadyStarted } from './already-started';
import { StartAdaptationDocument, StartAdaptationPageDocument, type StartAdaptationPageQuery } from './start.generated';

type Source = NonNullable<StartAdaptationPageQuery['intervention']>;

export default function StartPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(StartAdaptationPageDocument, { slug: name });
  const linkTo = useLinkTo();
  const [isStarting, setStarting] = useState(false);
  const { intervention, viewer } = data;
  if (!intervention?.currentVersion) return <NotFound />;
  const allowed = sitesToAdaptFor(intervention, viewer?.sites ?? []);
  const sites = isStarting ? allowed : sitesNotAtWork(intervention, allowed);
  const back = { to: linkTo(intervention.id), label: intervention.title };
  const { viewerAdaptation } = intervention;
  if (sites.length === 0 && allowed.length > 0 && viewerAdaptation) {
    return (
      <Page title={`${viewerAdaptation.site.name} is working on this already`} caption={intervention.title} back={back}>
        <ButtonLink to={pathOf(viewerAdaptation.id)}>Go to our adaptation</ButtonLink>
      </Page>
    );
  }
  if (sites.length === 0) {
    return (
      <Page title="There is nothing to adapt here" back={back}>
        <p>You belong to no site for which you could adapt it.</p>
      </Page>
    );
  }
  return (
    <Page title={titleFor(intervention, sites)} caption={intervention.title} back={back}>
      <StartForm {...{ intervention, sites }} back={back.to} onStarting={setStarting} />
    </Page>
  );
}

function titleFor(intervention: Source, sites: readonly { readonly id: string; readonly name: string }[]): string {
  const [first] = sites;
  if (first?.id === intervention.site.id) return 'Make something new from this';
  return sites.length === 1 && first ? `Adapt for ${first.name}` : 'Adapt this for our site';
}

interface StartFormProps {
  readonly intervention: Source;
  readonly sites: readonly { readonly id: string; readonly slug: string; readonly name: string }[];
  readonly back: string;
  /** True from sending on, false when it was refused: until the record opens, the page stays as it is. */
  readonly onStarting: (isStarting: boolean) => void;
}

function StartForm({ intervention, sites, back, onStarting }: StartFormProps) {
  const navigate = useNavigate();
  const versions = intervention.versions.edges.map(({ node }) => node);
  const latest = intervention.currentVersion?.id ?? '';
  const draft = useDraft(`adapt:${intervention.id}`, {
    version: latest,
    site: sites.length === 1 ? (sites[0]?.slug ?? '') : '',
    why: '',
  });
  const { value, change } = draft;
  const site = sites.find(({ slug }) => slug === value.site);
  const form = useMutationForm(StartAdaptationDocument, {
    onDone: ({ startAdaptation }) => {
      draft.clear();
      void navigate(pathOf(startAdaptation.adaptation.id), { state: savedNow() });
    },
  });
  const submit = () => {
    if (!value.site)
      return form.setProblem(inputProblem([{ path: 'site', message: 'Choose the site that looks at it' }]));
    onStarting(true);
    const input = { sourceVersion: value.version, site: value.site, why: value.why.trim() || null };
    void form.submit(input).then((isAccepted) => isAccepted || onStarting(false));
  };
  return (
    <>
      {form.conflict && <AlreadyStarted conflict={form.conflict} />}
      <p>While you consider, assess and change it, the record stays with your site. You decide when it goes further.</p>
      <HubForm form={form} onSubmit={submit}>
        {versions.length > 1 && (
          <Radios
            name="sourceVersion"
            label="Which version do you start from?"
            choices={versions.map(({ id, number, publishedAt, changeNote }) => ({
              value: id,
              label: `Version ${number}, ${formatDate(publishedAt)}${id === latest ? ' (the latest)' : ''}`,
              ...(changeNote ? { hint: changeNote } : {}),
            }))}
            value={value.version}
            onChange={(version) => change({ version })}
          />
        )}
        {sites.length > 1 && (
          <Radios
            name="site"
            label="For which site?"
            choices={sites.map(({ slug, name }) => ({ value: slug, label: name }))}
            value={value.site}
            onChange={(site) => change({ site })}
          />
        )}
        <TextArea
          name="why"
          label="Why are you looking at this?"
          labelSize="m"
          hint="A sentence is enough. Do not include details of patients"
          rows={4}
          limit={textLimits['StartAdaptationInput.why']}
          value={value.why}
          onChange={(why) => change({ why })}
        />
        {site && (
          <WhoWillSee
            label="Who will see the record"
            thing={{ visibility: 'SITE', site: site.id, within: [intervention.id] }}
          />
        )}
        <ButtonGroup>
          <Button>Start</Button>
          <Link to={back}>Go back</Link>
        </ButtonGroup>
      </HubForm>
    </>
  );
}
