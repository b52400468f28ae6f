/** The groups of people that an intervention may be for: the list of the publications, as sites use it. */
import { nameIn, populationSegments } from '@hub/plugins/sites/contract';
import type { PopulationSegment } from './description';

/** Whether a text is the slug of one. */
export function isSegment(slug: string): boolean {
  return populationSegments.some((segment) => segment.slug === slug);
}

/** The segments with these slugs, under their present names, in the list's order and each once. Throws for one that is not there. */
export function segmentsOf(slugs: readonly string[]): PopulationSegment[] {
  const order = populationSegments.map(({ slug }) => slug);
  return [...new Set(slugs)]
    .sort((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((slug) => ({ slug, name: nameIn(populationSegments, slug) }));
}
