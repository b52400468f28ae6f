/** A plain table that scrolls in its own region where it is wider than the window. */
import type { ReactNode } from 'react';
import { ScrollRegion } from '@hub/ui';

interface TableProps {
  readonly caption: string;
  /** Words, or a heading with a button in it. */
  readonly headings: readonly (string | SortableHeading)[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
}

export interface SortableHeading {
  readonly label: string;
  /** How the rows stand by this column now. */
  readonly sorted: 'ascending' | 'descending' | 'none';
  readonly onSort: () => void;
}

/** The first cell of each row heads it. */
export function Table({ caption, headings, rows }: TableProps) {
  return (
    <ScrollRegion label={caption}>
      <table className="nhsuk-table">
        <caption className="nhsuk-u-visually-hidden">{caption}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            {headings.map((heading) => (
              <Heading key={typeof heading === 'string' ? heading : heading.label} heading={heading} />
            ))}
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          {rows.map(({ key, cells: [first, ...others] }) => (
            <tr className="nhsuk-table__row" key={key}>
              <th className="nhsuk-table__header" scope="row">
                {first}
              </th>
              {others.map((cell, at) => (
                <td className="nhsuk-table__cell" key={at}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const states = { ascending: 'sorted upwards', descending: 'sorted downwards', none: 'not sorted' } as const;
const arrows = { ascending: ' ↑', descending: ' ↓', none: '' } as const;

function Heading({ heading }: { readonly heading: string | SortableHeading }) {
  if (typeof heading === 'string')
    return (
      <th className="nhsuk-table__header" scope="col">
        {heading}
      </th>
    );
  const { label, sorted, onSort } = heading;
  return (
    <th className="nhsuk-table__header" scope="col" aria-sort={sorted}>
      <button className="hub-link-button" type="button" onClick={onSort}>
        {label}
        <span className="nhsuk-u-visually-hidden">, {states[sorted]}</span>
        <span aria-hidden="true">{arrows[sorted]}</span>
      </button>
    </th>
  );
}
