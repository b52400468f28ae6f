/** On an intervention's page: what happened to others who tried it, site by site. */
import { nameOf } from '@hub/core/contract';
import { inOrderOf, ListNotes, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { adoptersList } from '@hub/plugins/adaptations/contract';
import { counted, Details, EmptyState } from '@hub/ui';
import { AdaptationRows } from './adaptation-rows';
import { InterventionExperienceDocument } from './cards.generated';
import { howManySites, stageCounts } from './experience';

/** Before the rest is one press away. */
const shown = 5;

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
            {howManySites(adaptations)}: {stageCounts(adaptations)}.
          </p>
          <ListNotes list={adoptersList} reference={reference}>
            {({ order, noteOn, about }) => {
              const ordered = inOrderOf(adaptations, order);
              const others = ordered.length - shown;
              const rows = { namedAfter: 'site', noteOn } as const;
              return (
                <>
                  {about ?? <p className="hub-meta">The latest to begin stands first.</p>}
                  <AdaptationRows {...rows} adaptations={ordered.slice(0, shown)} />
                  {others > 0 && (
                    <Details summary={`Show ${counted(others, 'other')}`}>
                      <AdaptationRows {...rows} adaptations={ordered.slice(shown)} />
                    </Details>
                  )}
                </>
              );
            }}
          </ListNotes>
        </>
      )}
    </section>
  );
}
