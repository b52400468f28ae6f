/** Why two sites are alike, in words. Pure. */
import type { SiteFact } from '@hub/graphql';
import { listed } from '@hub/ui';

export interface Likeness {
  readonly percent: number | null;
  readonly facts: readonly { readonly fact: SiteFact; readonly score: number; readonly shared: readonly string[] }[];
}

/** From this score on a fact counts as alike when it is put into words. */
const alikeFrom = 0.5;

/** "Much like Northvale", "Partly like Northvale", "Little like Northvale". */
export function levelWords({ percent }: Likeness, site: string): string {
  if (percent === null) return `Cannot be compared with ${site} yet`;
  if (percent >= 60) return `Much like ${site}`;
  return percent >= 30 ? `Partly like ${site}` : `Little like ${site}`;
}

/** "Same care model, similar population. Different: region". Says what is shared of lists, however little. */
export function whyAlike({ facts }: Likeness): string {
  const same = facts.flatMap((fact) => sameWords(fact) ?? []);
  const different = facts.filter((fact) => sameWords(fact) === null).map(({ fact }) => factWords(fact));
  const parts = [
    ...(same.length > 0 ? [sentenceCase(same.join(', '))] : []),
    ...(different.length > 0 ? [`Different: ${listed(different)}`] : []),
  ];
  return parts.join('. ');
}

function sameWords({ fact, score, shared }: Likeness['facts'][number]): string | null {
  switch (fact) {
    case 'CARE_MODEL':
      return score > 0 ? 'same care model' : null;
    case 'POPULATION':
      return score >= alikeFrom ? 'similar population' : null;
    case 'REGION':
      return score > 0 ? 'same region' : null;
    case 'POPULATION_SEGMENTS':
      return shared.length > 0 ? `both for ${listed(shared.map(inSentence))}` : null;
    case 'CONTEXT_FACTORS':
      return shared.length > 0 ? `both say the same of ${listed(shared.map(inSentence))}` : null;
    case 'ORGANISATION_KINDS':
      return score >= alikeFrom ? 'similar partners' : null;
    case 'PRIOR_INITIATIVES':
      return shared.length > 0 ? `both built on ${listed(shared)}` : null;
  }
}

/** What a fact is called. */
export function factWords(fact: SiteFact): string {
  switch (fact) {
    case 'CARE_MODEL':
      return 'care model';
    case 'POPULATION':
      return 'size of the population';
    case 'REGION':
      return 'region';
    case 'POPULATION_SEGMENTS':
      return 'groups of people';
    case 'CONTEXT_FACTORS':
      return 'context';
    case 'ORGANISATION_KINDS':
      return 'kinds of partners';
    case 'PRIOR_INITIATIVES':
      return 'earlier initiatives';
  }
}

const sentenceCase = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

/** The first letter small, unless it begins letters that stand for a name. */
const inSentence = (words: string) =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
