/** On an intervention's page: what happened to others who tried it. */
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { EmptyState } from '@hub/ui';
import { AdaptationRows } from './adaptation-rows';
import { InterventionExperienceDocument } from './cards.generated';
import { EndingsList } from './endings-list';
import { changedSections, howManySites, stageCounts } from './experience';

export default function ExperienceCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(InterventionExperienceDocument, { slug: nameOf(reference) });
  const adaptations = data.intervention?.adaptations.edges.map(({ node }) => node) ?? [];
  const going = adaptations.filter(({ stage }) => stage !== 'STOPPED' && stage !== 'DECLINED');
  const changed = changedSections(adaptations);
  return (
    <section aria-labelledby="experience">
      <h2 id="experience">What happened elsewhere</h2>
      {adaptations.length === 0 && (
        <EmptyState>
          <p>No site has adapted this yet.</p>
        </EmptyState>
      )}
      {adaptations.length > 0 && (
        <p>
          {howManySites(adaptations)}: {stageCounts(adaptations)}.
        </p>
      )}
      {changed.length > 0 && (
        <>
          <h3>What they changed</h3>
          <p>{changed.join('. ')}.</p>
        </>
      )}
      {going.length > 0 && (
        <>
          <h3>Sites that use it or are looking at it</h3>
          <AdaptationRows adaptations={going} namedAfter="site" />
        </>
      )}
      {going.length < adaptations.length && (
        <>
          <h3>Stopped or decided against, and why</h3>
          <EndingsList adaptations={adaptations} namedAfter="site" />
        </>
      )}
    </section>
  );
}
