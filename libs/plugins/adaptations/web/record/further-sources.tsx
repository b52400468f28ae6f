/** What an adaptation draws on beside its source, and what was taken from each. */
import { EntityLink } from '@hub/core/web';
import type { ShownAdaptation } from './record';

export function FurtherSources({ sources }: { readonly sources: ShownAdaptation['furtherSources'] }) {
  return sources.map(({ intervention, version, what }) => (
    <div key={intervention.id}>
      Version {version.number} of <EntityLink reference={intervention.id}>{intervention.title}</EntityLink> by{' '}
      <EntityLink reference={intervention.site.id}>{intervention.site.name}</EntityLink>
      {what && `. ${what}`}
    </div>
  ));
}
