/** On a site's page: what it adapts, and what it stopped or decided against, with the reasons. */
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { EmptyState } from '@hub/ui';
import { AdaptationRows } from './adaptation-rows';
import { SiteAdaptationsDocument } from './cards.generated';
import { EndingsList } from './endings-list';

export default function SiteAdaptationsCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(SiteAdaptationsDocument, { slug: nameOf(reference) });
  const { site } = data;
  if (!site) return null;
  const adaptations = site.adaptations.edges.map(({ node }) => node);
  const going = adaptations.filter(({ stage }) => stage !== 'STOPPED' && stage !== 'DECLINED');
  return (
    <section aria-labelledby="site-adaptations">
      <h2 id="site-adaptations">What they are adapting</h2>
      {going.length > 0 ? (
        <AdaptationRows adaptations={going} namedAfter="source" headingLevel={3} />
      ) : (
        <EmptyState>
          <p>{adaptations.length > 0 ? 'Nothing at the moment.' : `${site.name} has not shared an adaptation yet.`}</p>
        </EmptyState>
      )}
      {going.length < adaptations.length && (
        <>
          <h2>What they stopped adapting or decided against, and why</h2>
          <EndingsList adaptations={adaptations} namedAfter="source" />
        </>
      )}
    </section>
  );
}
