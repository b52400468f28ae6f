/** Adding one thing that the site found out. */
import { useNavigate, useSearchParams } from 'react-router';
import { NotFound, Page } from '@hub/core/web';
import { EditorsOnly } from '../record/editors-only';
import { sitesOf, useRecord } from '../record/record';
import { savedNow } from '../record/saved';
import { findingTask, isFindingKind } from '../words';
import { FindingForm } from './finding-form';

export default function NewFindingPage() {
  const { adaptation, id, path, tasks } = useRecord();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  if (!adaptation) return <NotFound />;
  if (!adaptation.viewerCanEdit) return <EditorsOnly site={adaptation.site.name} path={path} />;
  const asked = search.get('kind');
  const kind = isFindingKind(asked) ? asked : 'OTHER';
  const careModels = adaptation.sourceIntervention.modelTypes.map(({ code }) => code);
  return (
    <Page
      title={findingTask(kind, careModels)}
      caption="Is it right for us?"
      back={{ to: tasks, label: `Adapt for ${adaptation.site.name}` }}
    >
      <FindingForm
        key={kind}
        adaptation={id}
        sites={sitesOf(adaptation)}
        whoCanSee={adaptation.whoCanSee}
        {...{ careModels, kind }}
        entry={null}
        cancelTo={tasks}
        onSaved={() => void navigate(tasks, { state: savedNow() })}
      />
    </Page>
  );
}
