/** Sites as rows of a list: on the list and on a care model's page. */
import { useLinkTo } from '@hub/core/web';
import { RowList } from '@hub/ui';
import type { SiteRowFragment } from './site-parts.generated';
import { populationWords } from './words';

interface SiteRowsProps {
  readonly sites: readonly SiteRowFragment[];
  readonly headingLevel: 2 | 3;
  /** Left out where the page is about one care model. */
  readonly withoutModels?: boolean;
}

/** Name, care models, people served and a phrase for each, in the order given. */
export function SiteRows({ sites, headingLevel, withoutModels = false }: SiteRowsProps) {
  const linkTo = useLinkTo();
  return (
    <RowList
      headingLevel={headingLevel}
      rows={sites.map((site) => ({
        id: site.id,
        title: site.name,
        to: linkTo(site.id),
        meta: factsOf(site, withoutModels),
        body: site.tagline && <p className="nhsuk-u-margin-bottom-0">{site.tagline}</p>,
      }))}
    />
  );
}

function factsOf(site: SiteRowFragment, withoutModels: boolean): string {
  const models = withoutModels ? '' : site.modelTypes.map(({ code }) => code).join(', ');
  const people = site.population ? populationWords(site.population) : 'People served not known';
  return [models, site.region, people].filter(Boolean).join('. ');
}
