/** On the pages of an adaptation and of what came of it: that what it came from is withdrawn, and why. It prints. */
import { useId } from 'react';
import { EntityLink } from '@hub/core/web';
import { Time } from '@hub/ui';
import type { StandingOfSourceFragment } from './record.generated';

interface SourcesWithdrawnProps {
  readonly adaptation: {
    readonly sourceIntervention: StandingOfSourceFragment;
    readonly furtherSources: readonly { readonly intervention: StandingOfSourceFragment }[];
  };
}

/** One notice a source; nothing while all stand. Who may not see a source is not told of it. */
export function SourcesWithdrawn({ adaptation: { sourceIntervention, furtherSources } }: SourcesWithdrawnProps) {
  return (
    <>
      <SourceWithdrawn source={sourceIntervention} words="from which this began" />
      {furtherSources.map(({ intervention }) => (
        <SourceWithdrawn key={intervention.id} source={intervention} words="on which this draws" />
      ))}
    </>
  );
}

function SourceWithdrawn({ source, words }: { readonly source: StandingOfSourceFragment; readonly words: string }) {
  const headingId = useId();
  const { id, title, site, withdrawal } = source;
  if (!withdrawal) return null;
  return (
    <div className="nhsuk-warning-callout" role="region" aria-labelledby={headingId}>
      <h2 className="nhsuk-warning-callout__label" id={headingId}>
        The source is withdrawn
      </h2>
      <p>
        {site.name} withdrew <EntityLink reference={id}>{title}</EntityLink>, {words}, on <Time at={withdrawal.at} />.
        Ask them before you go on with it.
      </p>
      <p className="hub-plain-text">{withdrawal.reason}</p>
    </div>
  );
}
