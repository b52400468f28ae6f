/** Facts as a summary list: rows of a name, a value and perhaps a link to change it. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface Fact {
  readonly name: string;
  /** Null or empty text reads "Not known", in grey. */
  readonly value: ReactNode;
  readonly change?: { readonly to: string; readonly words?: string };
}

/** Rows in the order given. */
export function SummaryList({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="nhsuk-summary-list">
      {facts.map((fact) => (
        <div className="nhsuk-summary-list__row" key={fact.name}>
          <dt className="nhsuk-summary-list__key">{fact.name}</dt>
          <dd className="nhsuk-summary-list__value">
            {isKnown(fact.value) ? fact.value : <span className="hub-quiet">Not known</span>}
          </dd>
          {fact.change && (
            <dd className="nhsuk-summary-list__actions">
              <Link className="nhsuk-link" to={fact.change.to}>
                {fact.change.words ?? 'Change'}
                <span className="nhsuk-u-visually-hidden"> {fact.name.toLowerCase()}</span>
              </Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

function isKnown(value: ReactNode): boolean {
  return value !== null && value !== undefined && value !== '';
}
