/** On a site's page: what it took up from others and what came of it, whichever way it went. */
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { EmptyState } from '@hub/ui';
import { AdaptationRows } from './adaptation-rows';
import { SiteAdaptationsDocument } from './cards.generated';
import { stageCounts } from './experience';

export default function SiteAdaptationsCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(SiteAdaptationsDocument, { slug: nameOf(reference) });
  const { site } = data;
  if (!site) return null;
  const adaptations = site.adaptations.edges.map(({ node }) => node);
  return (
    <section aria-labelledby="site-adaptations">
      <h2 id="site-adaptations">What they took up or looked at, and what came of it</h2>
      {adaptations.length === 0 ? (
        <EmptyState>
          <p>{site.name} has not shared an adaptation yet.</p>
        </EmptyState>
      ) : (
        <>
          <p>{stageCounts(adaptations)}. The latest to begin stands first.</p>
          <AdaptationRows adaptations={adaptations} namedAfter="source" />
        </>
      )}
    </section>
  );
}
