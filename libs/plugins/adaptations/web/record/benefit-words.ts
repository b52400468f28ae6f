/** What a site said of whether people benefit, in words. */
import type { Benefit } from '@hub/graphql';
import type { Fact } from '@hub/ui';
import type { ShownAdaptation } from './record';

export const benefitLabels = {
  SEEN: 'Yes',
  NOT_SEEN: 'No',
  TOO_EARLY: 'Too early to say',
} as const satisfies Record<Benefit, string>;

/** One row of the summary; none where the site has not said. */
export function benefitFacts({ benefit, benefitWords }: Pick<ShownAdaptation, 'benefit' | 'benefitWords'>): Fact[] {
  if (!benefit) return [];
  return [{ name: 'Do people benefit?', value: `${benefitLabels[benefit]}${benefitWords ? `. ${benefitWords}` : ''}` }];
}
