/** On a care model's page: the welcome of its community, and who looks after it. Members only. */
import { Link } from 'react-router';
import { EntityLink, usePageQuery, useViewer, type EntityPartProps } from '@hub/core/web';
import { Markdown } from '@hub/ui';
import { communityAddress } from './addresses';
import { CareModelCommunityDocument, type CareModelCommunityQuery } from './communities.generated';

type Community = NonNullable<NonNullable<CareModelCommunityQuery['modelType']>['community']>;

export default function CareModelCommunity({ reference }: EntityPartProps) {
  const viewer = useViewer();
  return viewer ? <Welcome reference={reference} /> : null;
}

function Welcome({ reference }: Pick<EntityPartProps, 'reference'>) {
  const code = reference.slice(reference.lastIndexOf('/') + 1).toUpperCase();
  const community = usePageQuery(CareModelCommunityDocument, { code }).data.modelType?.community;
  if (!community || !hasSomethingToSay(community)) return null;
  return (
    <section aria-labelledby="community">
      <h2 id="community">Welcome</h2>
      {community.welcome && <Markdown text={community.welcome} headingLevel={3} />}
      {community.facilitators.length > 0 && (
        <p>
          Facilitated by{' '}
          {community.facilitators.map(({ id, displayName }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <EntityLink reference={id}>{displayName}</EntityLink>
            </span>
          ))}
        </p>
      )}
      {community.viewerCanFacilitate && <FacilitatorLinks id={community.id} />}
    </section>
  );
}

function hasSomethingToSay({ welcome, facilitators, viewerCanFacilitate }: Community): boolean {
  return welcome !== null || facilitators.length > 0 || viewerCanFacilitate;
}

function FacilitatorLinks({ id }: { readonly id: string }) {
  return (
    <p className="hub-no-print hub-inline">
      <Link to={communityAddress(id, '/work')}>Work list</Link>
      <Link to={communityAddress(id, '/settings')}>Change the welcome</Link>
      <Link to={communityAddress(id, '/people')}>Facilitators</Link>
    </p>
  );
}
