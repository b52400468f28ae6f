/** On an intervention's page: its family across sites, what it grew from above and what grew from it below. */
import { useMemo, useState, useTransition } from 'react';
import { useLocation } from 'react-router';
import { nameOf } from '@hub/core/contract';
import { useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Button, chosenFilters, FamilyList, FilterPanel, listed, stageWords, type FamilyMember } from '@hub/ui';
import { adaptationStages } from '@hub/plugins/adaptations/contract';
import { sectionInSentence } from '../words';
import { atStages, familyTrees, sizeWords, type FamilyPlace } from './family';
import { InterventionFamilyDocument } from './family.generated';
import { WideDrawing } from './wide-drawing';

const usualDepth = 4;
const deepest = 12;

const filters = [
  {
    name: 'stage',
    label: 'How far a site is with it',
    choices: adaptationStages.map((stage) => ({ value: stage, label: stageWords(stage) })),
  },
];

export default function FamilyCard({ reference }: EntityPartProps) {
  const [depth, setDepth] = useState(usualDepth);
  const [isLoading, startLoading] = useTransition();
  const linkTo = useLinkTo();
  const { search } = useLocation();
  const { data } = usePageQuery(InterventionFamilyDocument, { slug: nameOf(reference), depth });
  const lineage = data.intervention?.lineage;
  const all = useMemo(() => (lineage ? familyTrees(lineage, reference) : []), [lineage, reference]);
  const stages = useMemo(() => chosenFilters(filters, search)['stage'] ?? [], [search]);
  const trees = useMemo(() => atStages(all, stages), [all, stages]);
  if (!all.some(({ children }) => children.length > 0)) return null;
  return (
    <section aria-labelledby="family" aria-busy={isLoading}>
      <h2 id="family">Family</h2>
      <p>
        From the first of its kind down to those that grew from it, however many sources they have. Each leads to its
        own page.
      </p>
      <FilterPanel filters={filters} />
      <p className="hub-meta" aria-live="polite">
        {sizeWords(all, stages)}
      </p>
      <WideDrawing trees={trees} />
      <FamilyList roots={trees.map((tree) => memberOf(tree, linkTo))} />
      {lineage?.truncated && depth < deepest && (
        <Button look="secondary" small onClick={() => startLoading(() => setDepth(deepest))}>
          Show all of the family
        </Button>
      )}
      {lineage?.truncated && depth === deepest && <p>There is more. Open one of the last to see it.</p>}
    </section>
  );
}

function memberOf(place: FamilyPlace, linkTo: (reference: string) => string): FamilyMember {
  return {
    id: `${place.adaptation?.id ?? 'root'} ${place.reference}`,
    name: place.name,
    to: linkTo(place.reference),
    about: aboutOf(place),
    isThisPage: place.isThisPage,
    children: place.children.map((child) => memberOf(child, linkTo)),
  };
}

function aboutOf({ site, adaptation, isWithdrawn, isAgain }: FamilyPlace): string {
  const withdrawn = isWithdrawn ? ['Withdrawn'] : [];
  if (!adaptation) return [site, ...withdrawn, 'The first of its line'].join('. ');
  const { stage, sections, drawsOnThis } = adaptation;
  return [
    ...[site, stageWords(stage)],
    ...withdrawn,
    ...(drawsOnThis ? ['Draws on this as well'] : []),
    ...(sections.length > 0 ? [`Changed: ${listed(sections.map(sectionInSentence))}`] : []),
    ...(isAgain ? ['Stands in full above'] : []),
  ].join('. ');
}
