/** "Is it right for us?" on a page of its own: all that was found out, or one way of finding out, with the way to add more. */
import { Link, useSearchParams } from 'react-router';
import { NotFound, Page } from '@hub/core/web';
import { ButtonGroup, ButtonLink, EmptyState } from '@hub/ui';
import { Findings } from '../record/findings';
import { sitesOf, useRecord } from '../record/record';
import { SavedNote } from '../record/saved';
import { SourcesWithdrawn } from '../record/source-withdrawn';
import { findingTask, isFindingKind } from '../words';

export default function FindingsPage() {
  const { adaptation, path, tasks } = useRecord();
  const [search] = useSearchParams();
  if (!adaptation) return <NotFound />;
  const { site, viewerCanEdit, suitability, sourceIntervention } = adaptation;
  const asked = search.get('kind');
  const kind = isFindingKind(asked) ? asked : null;
  const findings = suitability.filter((each) => kind === null || each.kind === kind);
  const adding = `${path}/suitability/new?kind=${kind ?? 'OTHER'}`;
  const title = kind
    ? findingTask(
        kind,
        sourceIntervention.modelTypes.map(({ code }) => code),
      )
    : 'Is it right for us?';
  return (
    <Page
      title={title}
      caption={kind ? 'Is it right for us?' : adaptation.title}
      back={{ to: viewerCanEdit ? tasks : path, label: viewerCanEdit ? `Adapt for ${site.name}` : 'The record' }}
    >
      <SourcesWithdrawn adaptation={adaptation} />
      <SavedNote />
      {findings.length === 0 && (
        <EmptyState>
          <p>Nothing has been written down here yet.</p>
        </EmptyState>
      )}
      <Findings
        findings={findings}
        editPath={viewerCanEdit ? path : null}
        sites={sitesOf(adaptation)}
        headingLevel={2}
      />
      {viewerCanEdit && findings.length === 0 && (
        <ButtonGroup>
          <ButtonLink to={adding}>Write down what you found out</ButtonLink>
          <Link to={tasks}>Back to the tasks</Link>
        </ButtonGroup>
      )}
      {viewerCanEdit && findings.length > 0 && (
        <ButtonGroup>
          <ButtonLink to={tasks}>Continue</ButtonLink>
          <Link to={adding}>Add another</Link>
        </ButtonGroup>
      )}
    </Page>
  );
}
