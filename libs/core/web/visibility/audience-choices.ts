/** To whom something can be shown, as choices: the hub's own words for each, so that a question and its answer say the same. */
import type { Visibility } from '@hub/graphql';
import { usePageQuery } from '../apollo/page-query';
import { WhoWouldSeeChoicesDocument } from './who-will-see.generated';

export interface AudienceChoice {
  readonly value: Visibility;
  readonly label: string;
}

/** From few to many: the site's members, everyone signed in, anyone. What it is within counts. Suspends. */
export function useAudienceChoices(site: string, within: readonly string[] = []): AudienceChoice[] {
  const thing = (visibility: Visibility) => ({ visibility, site, within: [...within] });
  const { data } = usePageQuery(WhoWouldSeeChoicesDocument, {
    site: thing('SITE'),
    network: thing('NETWORK'),
    public: thing('PUBLIC'),
  });
  return [
    { value: 'SITE', label: data.site ?? '' },
    { value: 'NETWORK', label: data.network ?? '' },
    { value: 'PUBLIC', label: data.public ?? '' },
  ];
}
