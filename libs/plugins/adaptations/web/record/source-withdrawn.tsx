/** On the pages of an adaptation, before anything else: that what it came from is withdrawn, and why. It prints. */
import { EntityLink } from '@hub/core/web';
import { Time } from '@hub/ui';
import type { ShownAdaptation } from './record';

/** Nothing while its source stands. Who may not see the source is not told of it. */
export function SourceWithdrawn({ adaptation }: { readonly adaptation: ShownAdaptation }) {
  const { id, title, site, withdrawal } = adaptation.sourceIntervention;
  if (!withdrawal) return null;
  return (
    <div className="nhsuk-warning-callout" role="region" aria-labelledby="source-withdrawn">
      <h2 className="nhsuk-warning-callout__label" id="source-withdrawn">
        The source is withdrawn
      </h2>
      <p>
        {site.name} withdrew <EntityLink reference={id}>{title}</EntityLink>, from which this began, on{' '}
        <Time at={withdrawal.at} />. Ask them before you go on with it.
      </p>
      <p className="hub-plain-text">{withdrawal.reason}</p>
    </div>
  );
}
