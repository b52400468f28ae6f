/** One site's record of adapting an intervention: a task list for those who write it, the record for those who read it. */
import { Link, useSearchParams } from 'react-router';
import { NotFound, Page, useLinkTo } from '@hub/core/web';
import { Hidden, Meta, StageTag, WhoSees } from '@hub/ui';
import { TaskPage } from '../tasks/task-page';
import { useRecord, type ShownAdaptation } from './record';
import { RecordView } from './record-view';
import { DoneBanner, SavedNote } from './saved';
import { SourceLine } from './source-line';
import { SourcesWithdrawn } from './source-withdrawn';

export default function AdaptationPage() {
  const { adaptation, path } = useRecord();
  const [search] = useSearchParams();
  const linkTo = useLinkTo();
  if (!adaptation) return <NotFound />;
  const { site, stage, sourceIntervention, viewerCanEdit } = adaptation;
  const isTaskList = viewerCanEdit && showsTasks(adaptation, search.get('view'));
  const crumbs = [
    { to: '/', label: 'Home' },
    { to: linkTo(sourceIntervention.id), label: sourceIntervention.title },
  ];
  const facts = (
    <Meta>
      <SourceLine {...adaptation} /> <StageTag stage={stage} />
    </Meta>
  );
  return (
    <Page
      title={isTaskList ? `Adapt for ${site.name}` : adaptation.title}
      caption={isTaskList ? sourceIntervention.title : 'Adaptation'}
      breadcrumbs={crumbs}
      facts={
        <>
          {isTaskList ? facts : <StageTag stage={stage} />}
          <WhoSees who={adaptation.whoCanSee}>
            <ChangeWhoSees adaptation={adaptation} />
          </WhoSees>
        </>
      }
    >
      <DoneBanner />
      <SourcesWithdrawn adaptation={adaptation} />
      <SavedNote />
      {isTaskList ? <TaskPage {...{ adaptation, path }} /> : <RecordView {...{ adaptation, path }} />}
    </Page>
  );
}

/** Once what came of it is published, the record is seen as that is: there it is changed. */
function ChangeWhoSees({ adaptation }: { readonly adaptation: ShownAdaptation }) {
  const linkTo = useLinkTo();
  const { publishedAt, result, viewerCanPublish } = adaptation;
  if (!publishedAt || !result || !viewerCanPublish) return null;
  return (
    <Link className="hub-no-print" to={linkTo(result.id, '/visibility')}>
      Change<Hidden> who can see what came of it</Hidden>
    </Link>
  );
}

/** The task list is home until it is published or has ended; either can be asked for. */
function showsTasks(
  { stage, publishedAt }: Pick<ShownAdaptation, 'stage' | 'publishedAt'>,
  asked: string | null,
): boolean {
  if (asked === 'tasks' || asked === 'record') return asked === 'tasks';
  return publishedAt === null && stage !== 'STOPPED' && stage !== 'DECLINED';
}
