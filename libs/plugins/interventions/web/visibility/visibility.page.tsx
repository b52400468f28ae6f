/** Changing who can see a published intervention: the choice, what it means, and one button that says what it does. */
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { HubForm, NotFound, Page, useAudienceChoices, useLinkTo, useMutationForm, usePageQuery } from '@hub/core/web';
import type { Visibility } from '@hub/graphql';
import { Button, ButtonGroup, Radios, WhoSees } from '@hub/ui';
import { effectsOf } from './effects';
import {
  InterventionVisibilityPageDocument,
  SetInterventionVisibilityDocument,
  type InterventionVisibilityPageQuery,
} from './visibility.generated';

type Shown = NonNullable<InterventionVisibilityPageQuery['intervention']>;

export default function VisibilityPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(InterventionVisibilityPageDocument, { slug: name });
  const linkTo = useLinkTo();
  const { intervention } = data;
  if (!intervention || intervention.status === 'DRAFT') return <NotFound />;
  const back = { to: linkTo(intervention.id), label: intervention.title };
  if (!intervention.viewerCanPublish) {
    return (
      <Page title={`Only ${intervention.site.name} can change who sees this`} back={back}>
        <WhoSees who={intervention.whoCanSee} />
        <p>Engine-room members and leads of {intervention.site.name} can change it.</p>
      </Page>
    );
  }
  return (
    <Page title="Who can see this?" caption={intervention.title} back={back}>
      <WhoSees label="Now" who={intervention.whoCanSee} />
      <VisibilityForm intervention={intervention} back={back.to} />
    </Page>
  );
}

function VisibilityForm({ intervention, back }: { readonly intervention: Shown; readonly back: string }) {
  const { id, site, versions, visibility: current } = intervention;
  const navigate = useNavigate();
  const [chosen, choose] = useState<Visibility>(current === 'PUBLIC' ? 'NETWORK' : 'PUBLIC');
  const choices = useAudienceChoices(site.id).filter(({ value }) => value !== 'SITE');
  const form = useMutationForm(SetInterventionVisibilityDocument, {
    onDone: ({ setInterventionVisibility }) =>
      void navigate(back, { state: { shownTo: setInterventionVisibility.intervention.whoCanSee } }),
  });
  const isChange = chosen !== current;
  return (
    <HubForm form={form} onSubmit={() => void form.submit({ id, visibility: chosen })}>
      <Radios
        name="visibility"
        label="Who can see it from now on?"
        choices={choices}
        value={chosen}
        onChange={choose}
      />
      <h2>What this does</h2>
      {isChange ? (
        <ul className="nhsuk-list nhsuk-list--bullet">
          {effectsOf(chosen, { site, versions: versions.totalCount }).map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      ) : (
        <p>Nothing. It is so already.</p>
      )}
      <ButtonGroup>
        <Button>{chosen === 'PUBLIC' ? 'Let anyone see it' : 'Show it only to people signed in'}</Button>
        <Link to={back}>Leave it as it is</Link>
      </ButtonGroup>
    </HubForm>
  );
}
