/** Before something core is left out: why the originator calls it core, and that they will be told. */
import { InsetText } from '@hub/ui';
import type { ShownAdaptation } from '../record/record';

interface ToldOfItProps {
  readonly adaptation: ShownAdaptation;
  /** Where it is about one: what they say of it. */
  readonly component?: { readonly name: string; readonly reason: string | null };
}

/** Nothing for a site that adapts its own and knows of itself why. */
export function ToldOfIt({ adaptation, component }: ToldOfItProps) {
  const { sourceIntervention, site } = adaptation;
  const originator = sourceIntervention.site.name;
  if (sourceIntervention.site.id === site.id) return null;
  return (
    <InsetText>
      {component?.reason && (
        <p>
          {originator} says that “{component.name}” is core: {component.reason}
        </p>
      )}
      <p>
        {originator} will be told that you left out something core, with your reason, once they can see this record.
      </p>
    </InsetText>
  );
}
