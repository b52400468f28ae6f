/** A comparison of two sites as a table; on a phone each row stands alone with the sites' names beside the values. */
import type { ReactNode } from 'react';
import type { SiteProfileFragment } from '../site-parts.generated';
import { comparedGroups, type ComparedGroup } from './compare-rows';

interface CompareTableProps {
  readonly theirs: SiteProfileFragment;
  readonly ours: SiteProfileFragment;
}

export function CompareTable({ theirs, ours }: CompareTableProps) {
  return comparedGroups(theirs, ours).map((group) => (
    <GroupTable key={group.heading} group={group} names={[theirs.name, ours.name]} />
  ));
}

function GroupTable({ group, names }: { readonly group: ComparedGroup; readonly names: readonly [string, string] }) {
  const [theirs, ours] = names;
  return (
    <table role="table" className="nhsuk-table nhsuk-table--responsive hub-beside">
      <caption className="nhsuk-table__caption nhsuk-table__caption--m">{group.heading}</caption>
      <thead role="rowgroup" className="nhsuk-table__head">
        <tr role="row">
          {[group.heading === 'The sites' ? 'Fact' : 'What', theirs, ours].map((words) => (
            <th key={words} role="columnheader" scope="col" className="nhsuk-table__header">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {group.rows.map((row) => (
          <tr key={row.name} role="row" className="nhsuk-table__row">
            <th role="rowheader" scope="row" className="nhsuk-table__header">
              {row.name}
            </th>
            <Cell name={theirs} value={row.theirs} />
            <Cell name={ours} value={row.ours} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  const isKnown = value !== null && value !== undefined && value !== '';
  return (
    <td role="cell" className="nhsuk-table__cell">
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">
        {name}{' '}
      </span>
      {isKnown ? <div>{value}</div> : <div className="hub-quiet">Not known</div>}
    </td>
  );
}
