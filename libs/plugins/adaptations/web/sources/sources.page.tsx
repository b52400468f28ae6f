/** What an adaptation draws on beside the intervention that it started from: the list, and finding another. */
import { useLocation } from 'react-router';
import { EntityLink, HubForm, NotFound, Page, useMutationForm, usePageQuery } from '@hub/core/web';
import { Button, counted, EmptyState, Hidden, WordsFilter } from '@hub/ui';
import { EditorsOnly } from '../record/editors-only';
import { useRecord, type ShownAdaptation } from '../record/record';
import { AddSource } from './add-source';
import { FindSourcesDocument, RemoveAdaptationSourceDocument } from './sources.generated';

export default function SourcesPage() {
  const { adaptation, path } = useRecord();
  if (!adaptation) return <NotFound />;
  const { site, sourceIntervention, furtherSources } = adaptation;
  if (!adaptation.viewerCanEdit) return <EditorsOnly site={site.name} path={path} />;
  return (
    <Page
      title="What it draws on"
      caption={sourceIntervention.title}
      back={{ to: path, label: `${site.name}’s adaptation` }}
    >
      <p>
        It started from <EntityLink reference={sourceIntervention.id}>{sourceIntervention.title}</EntityLink> by{' '}
        {sourceIntervention.site.name}. An idea may come from more than one place: say here what else you drew on.
      </p>
      {furtherSources.length > 0 && <h2>Also drawn on</h2>}
      <ul className="nhsuk-list hub-rows">
        {furtherSources.map((source) => (
          <SourceRow key={source.intervention.id} {...{ source }} adaptation={adaptation.id} />
        ))}
      </ul>
      <h2>Find another</h2>
      <WordsFilter label="Words in its title or summary" name="find" />
      <Found adaptation={adaptation} />
    </Page>
  );
}

interface SourceRowProps {
  readonly source: ShownAdaptation['furtherSources'][number];
  readonly adaptation: string;
}

function SourceRow({ source, adaptation }: SourceRowProps) {
  const { intervention, version, what } = source;
  const form = useMutationForm(RemoveAdaptationSourceDocument);
  return (
    <li className="hub-rows__row">
      <EntityLink reference={intervention.id}>{intervention.title}</EntityLink>, version {version.number}, by{' '}
      {intervention.site.name}
      {what && <p className="nhsuk-u-margin-bottom-1">{what}</p>}
      <HubForm form={form} onSubmit={() => void form.submit({ adaptation, source: intervention.id })}>
        <Button look="secondary" small>
          Take away<Hidden> {intervention.title}</Hidden>
        </Button>
      </HubForm>
    </li>
  );
}

function Found({ adaptation }: { readonly adaptation: ShownAdaptation }) {
  const text = new URLSearchParams(useLocation().search).get('find') ?? '';
  const { data } = usePageQuery(FindSourcesDocument, { text, skip: text === '' });
  if (!data.interventions) return null;
  const taken = new Set([
    adaptation.sourceIntervention.id,
    adaptation.result?.id,
    ...adaptation.furtherSources.map(({ intervention }) => intervention.id),
  ]);
  const found = data.interventions.edges.map(({ node }) => node).filter(({ id }) => !taken.has(id));
  if (found.length === 0) {
    return (
      <EmptyState>
        <p>No other intervention has these words. Try others.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <p aria-live="polite">{counted(found.length, 'intervention')}</p>
      <ul className="nhsuk-list hub-rows">
        {found.map((intervention) => (
          <AddSource key={intervention.id} {...{ intervention }} adaptation={adaptation.id} />
        ))}
      </ul>
    </>
  );
}
