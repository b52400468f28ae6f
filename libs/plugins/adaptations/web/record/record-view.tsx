/** The record for those who read it: summary, what was found out, what was changed and why, what was learned. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { EntityActions, EntityCards } from '@hub/core/web';
import { ButtonGroup, ButtonLink, EmptyState } from '@hub/ui';
import { tasksOf } from '../address';
import { Asked } from '../check-ins/asked';
import { Changes } from './changes';
import { EndingSection } from './ending';
import { Findings } from './findings';
import { LearnedTimeline } from './learned-timeline';
import { NewerVersion } from './newer-version';
import { sitesOf, type ShownAdaptation } from './record';
import { RecordBrief } from './record-brief';
import { RecordSummary } from './record-summary';
import { ShareWithNetwork } from './share';
import { VersionsFollowed } from './versions-followed';

interface RecordViewProps {
  readonly adaptation: ShownAdaptation;
  readonly path: string;
}

/** The same for everyone; editors have links to complete and correct. */
export function RecordView({ adaptation, path }: RecordViewProps) {
  const { suitability, modifications, history, checkIns, viewerCanEdit, site } = adaptation;
  const editPath = viewerCanEdit ? path : null;
  const sites = sitesOf(adaptation);
  return (
    <>
      <EntityActions reference={adaptation.id} />
      {viewerCanEdit && (
        <ButtonGroup>
          <ButtonLink to={`${path}/changes/new`}>Record a change</ButtonLink>
          <Link to={tasksOf(path)}>Go to our task list</Link>
        </ButtonGroup>
      )}
      <Asked adaptation={adaptation} />
      <ShareWithNetwork {...{ adaptation }} />
      <NewerVersion adaptation={adaptation} path={path} />
      <RecordSummary adaptation={adaptation} path={path} />
      <EndingSection {...{ adaptation, editPath }} />
      <RecordBrief adaptation={adaptation} />
      <div className="hub-print-break" />
      <h2>Is it right for us?</h2>
      {suitability.length > 0 ? (
        <Findings findings={suitability} {...{ editPath, sites }} />
      ) : (
        <Nothing>{site.name} has not written down what it found out yet.</Nothing>
      )}
      <h2>
        {modifications.length > 0 ? `What ${site.name} changed (${modifications.length})` : `What ${site.name} changed`}
      </h2>
      {modifications.length > 0 ? (
        <Changes changes={modifications} editPath={editPath} parts={adaptation.source.components} />
      ) : (
        <Nothing>{noChanges(adaptation)}</Nothing>
      )}
      {modifications.length > 0 && (
        <p className="hub-no-print">
          <Link to={`${path}/research`}>Research view of these changes</Link>
        </p>
      )}
      <h2>What was learned</h2>
      <LearnedTimeline {...{ history, checkIns }} />
      <VersionsFollowed adaptation={adaptation} />
      <EntityCards reference={adaptation.id} place="main" />
    </>
  );
}

function Nothing({ children }: { readonly children: ReactNode }) {
  return (
    <EmptyState>
      <p>{children}</p>
    </EmptyState>
  );
}

function noChanges({ stage, site, source }: ShownAdaptation): string {
  const usesIt = stage === 'TESTING' || stage === 'RUNNING';
  return usesIt ? `No changes. ${site.name} uses version ${source.number} as it is.` : 'No changes have been recorded.';
}
