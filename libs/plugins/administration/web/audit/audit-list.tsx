/** Entries of the audit log, newest first: when, who, what, about what, and the facts. Prints as it stands. */
import { EntityLink } from '@hub/core/web';
import { EmptyState, PlainTag, Time } from '@hub/ui';
import type { AuditLineFragment } from './audit.generated';
import { actionWords, factWords } from './audit-words';

interface AuditListProps {
  readonly entries: readonly AuditLineFragment[];
  /** Said when there are none. */
  readonly empty: string;
  readonly headingLevel?: 2 | 3;
}

export function AuditList({ entries, empty, headingLevel = 2 }: AuditListProps) {
  if (entries.length === 0)
    return (
      <EmptyState>
        <p>{empty}</p>
      </EmptyState>
    );
  return (
    <ol className="nhsuk-list hub-rows">
      {entries.map((entry) => (
        <li key={entry.id} className="hub-rows__row">
          <Entry {...{ entry, headingLevel }} />
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly entry: AuditLineFragment;
  readonly headingLevel: 2 | 3;
}

function Entry({ entry, headingLevel }: EntryProps) {
  const Heading = `h${headingLevel}` as const;
  const { number, at, action, outcome, actor, facts } = entry;
  return (
    <>
      <Heading className="hub-rows__title nhsuk-heading-s">
        {actionWords(action)} {outcome === 'REFUSED' && <PlainTag words="Refused" />}
      </Heading>
      <p className="hub-meta">
        <Time at={at} as="date-time" />. Entry {number}
      </p>
      <p className="nhsuk-u-margin-bottom-1">
        By{' '}
        {actor ? <EntityLink reference={actor.id}>{actor.displayName}</EntityLink> : 'somebody signed out, or the hub'}
        {entry.subjectId && (
          <>
            , about <EntityLink reference={entry.subjectId}>{entry.subjectTitle ?? entry.subjectId}</EntityLink>
          </>
        )}
      </p>
      {facts.length > 0 && (
        <ul className="nhsuk-list nhsuk-u-margin-bottom-0">
          {facts.map(({ name, value, title }) => (
            <li key={name}>
              {factWords(name)}: {title ? <EntityLink reference={value}>{title}</EntityLink> : value || 'none'}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
