/** The research view: what the plain answers about each change come to in FRAME. Nowhere else are the codes shown. */
import { Link } from 'react-router';
import { NotFound, Page } from '@hub/core/web';
import { counted, EmptyState, Time } from '@hub/ui';
import { useRecord, type ShownChange } from '../record/record';
import { SourcesWithdrawn } from '../record/source-withdrawn';
import { plannedWords, sectionWords, yesNo } from '../words';
import { codeCounts, codedAxes } from './frame-table';

export default function ResearchPage() {
  const { adaptation, path } = useRecord();
  if (!adaptation) return <NotFound />;
  const { modifications, site } = adaptation;
  const coded = modifications.filter(({ codes }) => codes.length > 0);
  return (
    <Page title="For research" caption={adaptation.title} back={{ to: path, label: 'The record' }} wide>
      <SourcesWithdrawn adaptation={adaptation} />
      <p>
        {counted(coded.length, 'change')} of {modifications.length} coded with FRAME. The codes follow from the answers
        that {site.name} gave to plain questions about each change.
      </p>
      {coded.length === 0 && (
        <EmptyState>
          <p>No change has been coded yet.</p>
        </EmptyState>
      )}
      {coded.length > 1 && <CodeCounts changes={coded} />}
      {modifications.map((change) => (
        <ChangeInFrame key={change.id} change={change} />
      ))}
      <p className="hub-no-print">
        <Link to={path}>Back to the record in plain words</Link>
      </p>
    </Page>
  );
}

function CodeCounts({ changes }: { readonly changes: readonly ShownChange[] }) {
  return (
    <table className="nhsuk-table">
      <caption className="nhsuk-table__caption">How often each code was given</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <th scope="col">Code</th>
          <th scope="col" className="nhsuk-table__header--numeric">
            Changes
          </th>
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {codeCounts(changes).map(({ code, words, count }) => (
          <tr key={code}>
            <th scope="row">
              <code className="hub-code">{code}</code> {words}
            </th>
            <td className="nhsuk-table__cell--numeric">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ChangeInFrame({ change }: { readonly change: ShownChange }) {
  const { what, codes, sectionKeys, planned, fidelityConsistent, recordedAt } = change;
  return (
    <article className="hub-record-entry">
      <h2 className="nhsuk-heading-s">{what}</h2>
      <p className="hub-meta">
        Recorded <Time at={recordedAt} />. {plannedWords(planned) ?? 'Planning not stated'}. Consistent with fidelity:{' '}
        {yesNo(fidelityConsistent)}.{' '}
        {sectionKeys.length > 0 && `Sections: ${sectionKeys.map(sectionWords).join('; ')}.`}
      </p>
      {codes.length === 0 ? (
        <p>Not coded yet.</p>
      ) : (
        <dl className="nhsuk-summary-list">
          {codedAxes(codes).map((axis) => (
            <div className="nhsuk-summary-list__row" key={axis.id}>
              <dt className="nhsuk-summary-list__key">{axis.question}</dt>
              <dd className="nhsuk-summary-list__value">
                {axis.codes.map(({ code, words }) => (
                  <div key={code}>
                    <code className="hub-code">{code}</code> {words}
                  </div>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </article>
  );
}
