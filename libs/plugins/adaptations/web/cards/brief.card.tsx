/** On the page that is printed for a meeting: what happened to others who tried it, a line or two each. */
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { inShort, stageWords } from '@hub/ui';
import { InterventionExperienceDocument } from './cards.generated';
import { factsOf, howManySites, saidOfIt, stageCounts } from './experience';

const mostShown = 4;
const longest = 180;

export default function BriefCard({ reference }: EntityPartProps) {
  const { data } = usePageQuery(InterventionExperienceDocument, { slug: nameOf(reference) });
  const adaptations = data.intervention?.adaptations.edges.map(({ node }) => node) ?? [];
  const more = adaptations.length - mostShown;
  return (
    <>
      <h2>What happened elsewhere</h2>
      {adaptations.length === 0 ? (
        <p>No site has adapted this yet.</p>
      ) : (
        <>
          <p>
            {howManySites(adaptations)}: {stageCounts(adaptations)}.
          </p>
          <ul>
            {adaptations.slice(0, mostShown).map((adaptation) => (
              <li key={adaptation.id}>
                {adaptation.site.name} ({stageWords(adaptation.stage)}).{' '}
                {inShort([...factsOf(adaptation), saidOfIt(adaptation)].filter(Boolean).join('. '), longest)}
              </li>
            ))}
          </ul>
          {more > 0 && <p>And {more} more, on the pages that follow.</p>}
        </>
      )}
    </>
  );
}
