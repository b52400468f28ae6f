/** What was put right since it was published, newest first. */
import { Timeline } from '@hub/ui';
import type { ShownEvaluation } from './evaluation.page';

export function Corrections({ corrections }: Pick<ShownEvaluation, 'corrections'>) {
  if (corrections.length === 0) return null;
  return (
    <section aria-labelledby="corrections">
      <h2 id="corrections">Corrections ({corrections.length})</h2>
      <Timeline
        entries={corrections.map(({ at, by, note }, index) => ({
          id: String(index),
          at,
          title: by ? `Corrected by ${by.displayName}` : 'Corrected',
          body: <p>{note}</p>,
        }))}
      />
    </section>
  );
}
