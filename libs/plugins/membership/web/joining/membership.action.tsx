/** On a site's page: its people for those who belong to it, and the way in for others. */
import { nameOf } from '@hub/core/contract';
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { ButtonLink } from '@hub/ui';
import { joinAddress, peopleAddress } from '../addresses';
import { SiteMembershipActionDocument } from './joining.generated';

export default function MembershipAction({ reference }: EntityPartProps) {
  const { data } = usePageQuery(SiteMembershipActionDocument, { slug: nameOf(reference) });
  const { site } = data;
  if (!site) return null;
  if (!site.viewerRole)
    return (
      <ButtonLink look="secondary" to={joinAddress(site.slug)}>
        {site.viewerJoinRequest?.state === 'OPEN' ? 'You asked to join' : 'Ask to join'}
      </ButtonLink>
    );
  const waiting = site.viewerCanLead ? site.joinRequests.totalCount : 0;
  return (
    <ButtonLink look="secondary" to={peopleAddress(site.slug)}>
      {waiting > 0 ? `People and roles (${waiting} asking to join)` : 'People and roles'}
    </ButtonLink>
  );
}
