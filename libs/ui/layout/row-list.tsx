/** A list of things, each one link that makes sense alone, with what describes it below. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface Row {
  readonly id: string;
  readonly title: ReactNode;
  readonly to: string;
  /** At most 2 tags. */
  readonly tags?: ReactNode;
  readonly meta?: ReactNode;
  readonly body?: ReactNode;
}

interface RowListProps {
  readonly rows: readonly Row[];
  /** Titles as headings of this level, for long lists that people skip through. */
  readonly headingLevel?: 2 | 3;
}

/** Gives each row in the order given. Say the total above it. */
export function RowList({ rows, headingLevel }: RowListProps) {
  return (
    <ul className="nhsuk-list hub-rows">
      {rows.map((row) => (
        <li key={row.id} className="hub-rows__row">
          <RowTitle row={row} headingLevel={headingLevel} />
          {row.meta && <p className="hub-meta">{row.meta}</p>}
          {row.body}
        </li>
      ))}
    </ul>
  );
}

function RowTitle({ row, headingLevel }: { readonly row: Row; readonly headingLevel: 2 | 3 | undefined }) {
  const content = (
    <>
      <Link to={row.to}>{row.title}</Link> {row.tags}
    </>
  );
  if (!headingLevel) return <div className="hub-rows__title">{content}</div>;
  const Heading = `h${headingLevel}` as const;
  return <Heading className="hub-rows__title nhsuk-heading-s">{content}</Heading>;
}
