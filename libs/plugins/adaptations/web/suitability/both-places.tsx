/** The two places side by side, from what their sites say of themselves: only what differs. */
import { usePageQuery } from '@hub/core/web';
import { LinkButton, listed } from '@hub/ui';
import { BothPlacesDocument } from './both-places.generated';
import { comparePlaces, differencesAsText } from './place-differences';

interface BothPlacesProps {
  readonly adaptation: string;
  /** Takes the differences as lines to start writing with. */
  readonly onUse: (text: string) => void;
}

/** Nothing for a site that adapts its own. */
export function BothPlaces({ adaptation: id, onUse }: BothPlacesProps) {
  const { data } = usePageQuery(BothPlacesDocument, { id });
  const here = data.adaptation?.site;
  const there = data.adaptation?.sourceIntervention.site;
  if (!here || !there || here.id === there.id) return null;
  const comparison = comparePlaces(there, here);
  const text = differencesAsText(comparison, there.name, here.name);
  return (
    <section aria-labelledby="both-places">
      <h2 id="both-places">What the two sites say of themselves</h2>
      {comparison.differing.length > 0 && (
        <table className="nhsuk-table-responsive" role="table" aria-labelledby="both-places">
          <thead className="nhsuk-table__head" role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">
                What differs
              </th>
              <th role="columnheader" scope="col">
                {there.name}
              </th>
              <th role="columnheader" scope="col">
                {here.name}
              </th>
            </tr>
          </thead>
          <tbody className="nhsuk-table__body">
            {comparison.differing.map((row) => (
              <tr role="row" className="nhsuk-table__row" key={row.name}>
                <Cell heading="What differs" words={row.name} />
                <Cell heading={there.name} words={row.there} />
                <Cell heading={here.name} words={row.here} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {comparison.same.length > 0 && (
        <p>The same at both: {listed(comparison.same.map((name) => name.toLowerCase()))}.</p>
      )}
      {text && (
        <p>
          <LinkButton onClick={() => onUse(text)}>Start my answer with these differences</LinkButton>
        </p>
      )}
    </section>
  );
}

function Cell({ heading, words }: { readonly heading: string; readonly words: string | null }) {
  return (
    <td role="cell" className="nhsuk-table__cell">
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">
        {heading}{' '}
      </span>
      {words ?? <span className="hub-quiet">Not known</span>}
    </td>
  );
}
