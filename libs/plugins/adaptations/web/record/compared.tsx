/** Two places side by side: what each said of itself, and what of it matters to the decision. */
import { PlainTag } from '@hub/ui';

export interface ComparedRow {
  readonly name: string;
  /** Null where that place has not said. */
  readonly there: string | null;
  readonly here: string | null;
  readonly matters?: boolean;
}

interface ComparedProps {
  readonly rows: readonly ComparedRow[];
  readonly there: string;
  readonly here: string;
  /** The id of the heading or sentence that names the table. */
  readonly labelledBy: string;
}

/** What matters comes first. Give it at least one row. */
export function Compared({ rows, there, here, labelledBy }: ComparedProps) {
  const ordered = rows.toSorted((a, b) => Number(b.matters ?? false) - Number(a.matters ?? false));
  return (
    <table className="nhsuk-table-responsive" role="table" aria-labelledby={labelledBy}>
      <thead className="nhsuk-table__head" role="rowgroup">
        <tr role="row">
          {['What differs', there, here].map((heading, index) => (
            <th role="columnheader" scope="col" key={index}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {ordered.map((row) => (
          <tr role="row" className="nhsuk-table__row" key={row.name}>
            <Cell heading="What differs" words={row.name} matters={row.matters ?? false} />
            <Cell heading={there} words={row.there} />
            <Cell heading={here} words={row.here} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly heading: string;
  readonly words: string | null;
  readonly matters?: boolean;
}

function Cell({ heading, words, matters = false }: CellProps) {
  return (
    <td role="cell" className="nhsuk-table__cell">
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">
        {heading}{' '}
      </span>
      <span>
        {words ?? <span className="hub-quiet">Not known</span>}{' '}
        {matters && <PlainTag words="Matters here" colour="blue" />}
      </span>
    </td>
  );
}
