/** One person of a site, for the pages on which its leads decide about them. */
import { entityRef } from '@hub/core/contract';
import { usePageQuery } from '@hub/core/web';
import type { SiteRole } from '@hub/graphql';
import { SitePersonPageDocument } from './people.generated';

export interface PersonOfSite {
  readonly id: string;
  readonly name: string;
  readonly role: SiteRole;
  readonly site: { readonly id: string; readonly slug: string; readonly name: string };
  /** The only one who leads it: that cannot be taken away. */
  readonly isLastLead: boolean;
}

/** Null when the viewer does not lead the site, or nobody of that name belongs to it. */
export function usePerson(siteSlug: string, memberSlug: string): PersonOfSite | null {
  const member = entityRef('member', 'network', memberSlug);
  const { data } = usePageQuery(SitePersonPageDocument, { slug: siteSlug, member });
  const { site } = data;
  const [place] = site?.team.edges ?? [];
  if (!site?.viewerCanLead || !place) return null;
  const { node, role, isLastLead } = place;
  return { id: member, name: node.displayName, role, site, isLastLead };
}
