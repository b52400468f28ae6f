/** The facts that a site's page and a comparison of two sites both show. */
import { careModelName } from '@hub/core/web';
import type { ReactNode } from 'react';
import { linesOrNull } from '../lines';
import type { SiteProfileFragment } from '../site-parts.generated';
import { inSentence, monthWords, populationWords, sentenceCase } from '../words';

interface ProfileRow {
  readonly name: string;
  /** Null where it is not known. */
  readonly value: (site: SiteProfileFragment) => ReactNode;
  /** The words for one care model, in the row whose values are links. */
  readonly ofModel?: typeof careModelName;
}

export const profileRows: readonly ProfileRow[] = [
  {
    name: 'Care models',
    value: (site) => linesOrNull(site.modelTypes.map(careModelName)),
    ofModel: careModelName,
  },
  { name: 'Region', value: (site) => site.region },
  { name: 'Places', value: (site) => site.localities.join(', ') },
  { name: 'People served', value: (site) => site.population && populationWords(site.population) },
  { name: 'Works first for', value: (site) => linesOrNull(site.populationSegments.map(sentenceCase)) },
  { name: 'Lead organisation', value: (site) => site.leadOrganisation && organisationWords(site.leadOrganisation) },
  { name: 'Partners', value: (site) => linesOrNull(site.partners.map(organisationWords)) },
  { name: 'Earlier work', value: (site) => linesOrNull(site.priorHistory.map(earlierWork)) },
  { name: 'Joined', value: (site) => site.joinedOn && monthWords(site.joinedOn) },
];

function organisationWords({ name, kind }: { readonly name: string; readonly kind: string }): string {
  return `${name} (${inSentence(kind)})`;
}

function earlierWork({ initiative, year, note }: SiteProfileFragment['priorHistory'][number]): string {
  const name = year === null ? initiative : `${initiative}, ${year}`;
  return note ? `${name}. ${note}` : name;
}
