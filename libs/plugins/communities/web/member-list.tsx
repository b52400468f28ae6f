/** The members of a community with their roles; for those who facilitate it with what can be done about each. */
import { Link } from 'react-router';
import { EntityLink } from '@hub/core/web';
import { Hidden, Meta, Time } from '@hub/ui';
import { personAddress } from './addresses';
import type { CommunityWithPeople } from './people.page';

type Person = CommunityWithPeople['members']['edges'][number];

interface MemberListProps {
  readonly community: CommunityWithPeople;
}

export function MemberList({ community }: MemberListProps) {
  return (
    <ul className="nhsuk-list hub-rows">
      {community.members.edges.map((person) => (
        <li key={person.node.id} className="hub-rows__row">
          <div className="hub-rows__title">
            <EntityLink reference={person.node.id}>{person.node.displayName}</EntityLink>
          </div>
          <Meta>
            {person.role === 'FACILITATOR' ? 'Facilitator' : 'Member'}, since <Time at={person.since} />
            {person.node.roleTitle && `. ${person.node.roleTitle}`}
          </Meta>
          {community.viewerCanFacilitate && <PersonActions community={community} person={person} />}
        </li>
      ))}
    </ul>
  );
}

function PersonActions({ community, person }: MemberListProps & { readonly person: Person }) {
  const { id, displayName } = person.node;
  return (
    <p className="nhsuk-u-margin-bottom-0 hub-no-print hub-inline">
      <Link to={personAddress(community.id, id, 'facilitator')}>
        {person.role === 'FACILITATOR' ? 'End facilitating' : 'Make a facilitator'}
        <Hidden>: {displayName}</Hidden>
      </Link>
      {!community.modelType && (
        <Link to={personAddress(community.id, id, 'remove')}>
          Remove<Hidden> {displayName}</Hidden>
        </Link>
      )}
    </p>
  );
}
