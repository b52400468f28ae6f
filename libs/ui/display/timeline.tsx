/** What happened, newest first, each with its date. */
import type { ReactNode } from 'react';
import { Time } from '../text/dates';

export interface TimelineEntry {
  readonly id: string;
  readonly at: string | null;
  readonly title: ReactNode;
  readonly body?: ReactNode;
}

/** Sorts nothing: give the entries in the order to show. */
export function Timeline({
  entries,
  headingLevel = 3,
}: {
  readonly entries: readonly TimelineEntry[];
  readonly headingLevel?: 3 | 4;
}) {
  const Heading = `h${headingLevel}` as const;
  return (
    <ol className="hub-timeline" reversed>
      {entries.map((entry) => (
        <li key={entry.id} className="hub-timeline__entry">
          <Heading className="nhsuk-heading-xs nhsuk-u-margin-bottom-1">{entry.title}</Heading>
          <p className="hub-meta">{entry.at ? <Time at={entry.at} /> : 'Date not known'}</p>
          {entry.body}
        </li>
      ))}
    </ol>
  );
}
