/** On an intervention's page: its family across sites, parents above and adaptations below. */
import { useState, useTransition } from 'react';
import { nameOf } from '@hub/core/contract';
import { useLinkTo, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { Button, FamilyList, listed, stageWords, type FamilyMember } from '@hub/ui';
import { sectionInSentence } from '../words';
import { InterventionFamilyDocument } from './cards.generated';
import { familyTree, type FamilyPlace } from './family';

const usualDepth = 4;
const deepest = 10;

export default function FamilyCard({ reference }: EntityPartProps) {
  const [depth, setDepth] = useState(usualDepth);
  const [isLoading, startLoading] = useTransition();
  const linkTo = useLinkTo();
  const { data } = usePageQuery(InterventionFamilyDocument, { slug: nameOf(reference), depth });
  const lineage = data.intervention?.lineage;
  const tree = lineage ? familyTree(lineage, reference) : null;
  if (!tree || tree.children.length === 0) return null;
  return (
    <section aria-labelledby="family" aria-busy={isLoading}>
      <h2 id="family">Family</h2>
      <p>From the first of its kind down to those that grew from it. Each leads to its own page.</p>
      <FamilyList roots={[memberOf(tree, linkTo)]} />
      {lineage?.truncated && depth < deepest && (
        <Button look="secondary" small onClick={() => startLoading(() => setDepth(deepest))}>
          Show all of the family
        </Button>
      )}
      {lineage?.truncated && depth === deepest && <p>There is more below. Open one of the last to see it.</p>}
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

function aboutOf({ site, adaptation }: FamilyPlace): string {
  if (!adaptation) return `${site}. The first of the family`;
  const changed =
    adaptation.sections.length > 0 ? `. Changed: ${listed(adaptation.sections.map(sectionInSentence))}` : '';
  return `${site}. ${stageWords(adaptation.stage)}${changed}`;
}
