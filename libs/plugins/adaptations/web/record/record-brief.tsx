/** On paper alone: what fits below the facts on one page for a meeting. The record in full follows. */
import { inShort } from '@hub/ui';
import { yesNo } from '../words';
import { lastLearned } from './learned';
import type { ShownAdaptation } from './record';

const mostShown = 4;
const longestName = 90;
const longest = 110;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly words: string;
}

/** What was changed and why, what was learned last (how it ended stands above already), and what was found out, each in a line or two. */
export function RecordBrief({ adaptation }: { readonly adaptation: ShownAdaptation }) {
  const { site, stage, modifications, suitability, history, ending } = adaptation;
  const learned = ending ? null : lastLearned(history, stage);
  return (
    <div className="hub-only-print hub-brief hub-brief--named">
      <Rows
        title={`What ${site.name} changed (${modifications.length})`}
        rows={modifications.map(({ id, what, why }) => ({
          id,
          name: inShort(what, longestName),
          words: inShort(why, longest),
        }))}
      />
      {learned && (
        <>
          <h2>What was learned</h2>
          <p>{inShort(learned, 3 * longest)}</p>
        </>
      )}
      <Rows
        title="Is it right for us?"
        rows={suitability.map(({ id, title, finding, supports }) => ({
          id,
          name: inShort(title, longestName),
          words: [supports === null ? '' : `Speaks for it: ${yesNo(supports)}.`, inShort(finding, longest)]
            .join(' ')
            .trim(),
        }))}
      />
    </div>
  );
}

function Rows({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  const more = rows.length - mostShown;
  return (
    <>
      <h2>{title}</h2>
      <dl>
        {rows.slice(0, mostShown).map(({ id, name, words }) => (
          <div key={id}>
            <dt>{name}</dt> <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {more > 0 && <p>And {more} more, on the pages that follow.</p>}
    </>
  );
}
