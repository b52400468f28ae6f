/** The site in facts. What is not known says so. */
import { EntityLink } from '@hub/core/web';
import { SummaryList } from '@hub/ui';
import type { SiteProfileFragment } from '../site-parts.generated';
import { profileRows } from './profile-rows';

export function SiteFacts({ site }: { readonly site: SiteProfileFragment }) {
  const facts = profileRows.map(({ name, value, ofModel }) => ({
    name,
    value: ofModel
      ? site.modelTypes.map((model) => (
          <div key={model.id}>
            <EntityLink reference={model.id}>{ofModel(model)}</EntityLink>
          </div>
        ))
      : value(site),
  }));
  return <SummaryList facts={facts} />;
}
