/** The people of a site, with their role: whom to ask. Members see them. */
import { useLocation } from 'react-router';
import { EntityLink, usePageQuery } from '@hub/core/web';
import { Card, Pager } from '@hub/ui';
import { siteRoleFacts } from '@hub/plugins/sites/contract';
import { Photo } from '../member/photo';
import { SitePeopleDocument, type SitePeopleQuery } from './site.generated';

type Place = NonNullable<SitePeopleQuery['site']>['team']['edges'][number];

interface SitePeopleProps {
  readonly slug: string;
  readonly siteName: string;
}

export function SitePeople({ slug, siteName }: SitePeopleProps) {
  const after = new URLSearchParams(useLocation().search).get('people-after');
  const { data } = usePageQuery(SitePeopleDocument, { slug, after });
  if (!data.site) return null;
  const { totalCount, edges, pageInfo } = data.site.team;
  return (
    <section aria-labelledby="site-people">
      <h2 id="site-people">{totalCount > 0 ? `People (${totalCount})` : 'People'}</h2>
      {totalCount === 0 && <p>Nobody from {siteName} is on the hub yet.</p>}
      <ul className="nhsuk-list hub-cards">
        {edges.map((place) => (
          <li key={place.node.id}>
            <PersonCard place={place} />
          </li>
        ))}
      </ul>
      <Pager pageInfo={pageInfo} what="people" param="people-" words={{ next: 'Next', previous: 'Previous' }} />
    </section>
  );
}

function PersonCard({ place: { node, role } }: { readonly place: Place }) {
  const { id, displayName, roleTitle, professionalGroup, photo, skills } = node;
  return (
    <Card headingLevel={3} heading={<EntityLink reference={id}>{displayName}</EntityLink>}>
      {photo && <Photo src={photo} small />}
      <p className="hub-meta">{siteRoleFacts[role].name}</p>
      <p className="hub-meta">{[roleTitle, professionalGroup].filter(Boolean).join('. ') || 'Role not known'}</p>
      {skills.length > 0 && <p className="nhsuk-u-margin-bottom-0">Offers: {skills.join(', ')}</p>}
    </Card>
  );
}
