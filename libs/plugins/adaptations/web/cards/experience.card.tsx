/** On an intervention's page: what happened to others who tried it. */
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { EmptyState } from '@hub/ui';
import { AdaptationRows } from './adaptation-rows';
import { InterventionExperienceDocument } from './cards.generated';
import { howManySites, stageCounts } from './experience';

export default function ExperienceCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(InterventionExperienceDocument, { slug: nameOf(reference) });
  const adaptations = data.intervention?.adaptations.edges.map(({ node }) => node) ?? [];
  return (
    <section aria-labelledby="experience">
      <h2 id="experience">What happened elsewhere</h2>
      {adaptations.length === 0 ? (
        <EmptyState>
          <p>No site has adapted this yet.</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {howManySites(adaptations)}: {stageCounts(adaptations)}. The latest to begin stands first.
          </p>
          <AdaptationRows adaptations={adaptations} namedAfter="site" />
        </>
      )}
    </section>
  );
}
