/** Completing or correcting what was written down about a finding. */
import { useNavigate, useParams } from 'react-router';
import { NotFound, Page } from '@hub/core/web';
import { rowName } from '../address';
import { EditorsOnly } from '../record/editors-only';
import { sitesOf, useRecord } from '../record/record';
import { savedNow } from '../record/saved';
import { FindingForm } from './finding-form';

export default function EditFindingPage() {
  const { adaptation, id, path } = useRecord();
  const { entry: name = '' } = useParams();
  const navigate = useNavigate();
  const entry = adaptation?.suitability.find((each) => rowName('suitability', each.id) === name);
  if (!adaptation || !entry) return <NotFound />;
  if (!adaptation.viewerCanEdit) return <EditorsOnly site={adaptation.site.name} path={path} />;
  const back = `${path}/suitability?kind=${entry.kind}`;
  return (
    <Page title="Correct what you found out" caption={entry.title} back={{ to: back, label: 'Is it right for us?' }}>
      <FindingForm
        key={entry.id}
        adaptation={id}
        sites={sitesOf(adaptation)}
        whoCanSee={adaptation.whoCanSee}
        careModels={adaptation.sourceIntervention.modelTypes.map(({ code }) => code)}
        kind={entry.kind}
        {...{ entry }}
        cancelTo={back}
        onSaved={() => void navigate(back, { state: savedNow() })}
      />
    </Page>
  );
}
