/** The members of a site with their roles; for its leads with what can be done about each. */
import { Link } from 'react-router';
import { EntityLink } from '@hub/core/web';
import { Hidden, Meta, Time } from '@hub/ui';
import { personAddress } from '../addresses';
import { roleName } from '../role-choices';
import type { SitePeoplePageQuery } from './people.generated';

type Site = NonNullable<SitePeoplePageQuery['site']>;
type Person = Site['team']['edges'][number];

interface TeamListProps {
  readonly site: Pick<Site, 'slug' | 'name' | 'viewerCanLead'>;
  readonly people: readonly Person[];
}

export function TeamList({ site, people }: TeamListProps) {
  return (
    <ul className="nhsuk-list hub-rows">
      {people.map((person) => (
        <li key={person.node.id} className="hub-rows__row">
          <div className="hub-rows__title">
            <EntityLink reference={person.node.id}>{person.node.displayName}</EntityLink>
          </div>
          <Meta>
            {roleName(person.role)}, since <Time at={person.since} />
            {person.node.roleTitle && `. ${person.node.roleTitle}`}
          </Meta>
          {site.viewerCanLead && <PersonActions site={site} person={person} />}
        </li>
      ))}
    </ul>
  );
}

function PersonActions({ site, person: { node } }: { readonly site: TeamListProps['site']; readonly person: Person }) {
  return (
    <p className="nhsuk-u-margin-bottom-0 hub-no-print hub-inline">
      <Link to={personAddress(site.slug, node.id, 'role')}>
        Change role<Hidden> of {node.displayName}</Hidden>
      </Link>
      <Link to={personAddress(site.slug, node.id, 'remove')}>
        Remove<Hidden> {node.displayName}</Hidden>
      </Link>
    </p>
  );
}
