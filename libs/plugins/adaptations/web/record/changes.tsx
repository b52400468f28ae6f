/** What the site changed, each with its reason. FRAME codes are on the research view alone. */
import { Link } from 'react-router';
import { Markdown, Meta, PlainTag, Time } from '@hub/ui';
import { rowName } from '../address';
import { isFullyCoded } from '../changes/questions';
import { plannedWords, sectionWords, yesNo } from '../words';
import { ChangedParts, type Parts } from './parts';
import type { ShownChange } from './record';

interface ChangesProps {
  readonly changes: readonly ShownChange[];
  /** Where they can be completed; null for those who may not. */
  readonly editPath: string | null;
  /** The components of the source version. */
  readonly parts: Parts;
}

/** In the order in which they were recorded. Give it at least one. */
export function Changes({ changes, editPath, parts }: ChangesProps) {
  return changes.map((change) => (
    <article className="hub-record-entry" key={change.id}>
      <h3 className="nhsuk-heading-s">{change.what}</h3>
      <ChangeReasons change={change} />
      <ChangedParts {...{ change, parts }} />
      {editPath !== null && (
        <p className="hub-no-print">
          <Link to={`${editPath}/changes/${rowName('modification', change.id)}`}>
            {isFullyCoded(change) ? 'Correct this change' : 'Add details'}
            <span className="nhsuk-u-visually-hidden">: {change.what}</span>
          </Link>{' '}
          {!isFullyCoded(change) && <PlainTag words="Details to add" colour="yellow" />}
        </p>
      )}
    </article>
  ));
}

/** Why, which parts, whether planned, whether it keeps what makes it work, and who wrote it down when. */
export function ChangeReasons({ change, inSection }: { readonly change: ShownChange; readonly inSection?: string }) {
  const { sectionKeys, planned, fidelityConsistent, recordedAt, recordedBy } = change;
  const plan = plannedWords(planned);
  const others = sectionKeys.filter((key) => key !== inSection).map(sectionWords);
  return (
    <>
      <div className="hub-why">
        <span className="hub-why__label">Why: </span>
        <Markdown text={change.why} headingLevel={4} />
      </div>
      {others.length > 0 && (
        <p className="nhsuk-u-margin-bottom-1">
          {inSection ? 'Also changed' : 'Part'}: {others.join('; ')}
        </p>
      )}
      <p className="nhsuk-u-margin-bottom-1">
        {plan && `${plan}. `}Keeps what makes it work: {yesNo(fidelityConsistent)}
      </p>
      <Meta>
        Recorded{recordedBy && ` by ${recordedBy.displayName}`}, <Time at={recordedAt} />
      </Meta>
    </>
  );
}
