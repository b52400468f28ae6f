/** What facilitators pinned in a community, also in that of a care model. Nothing where nothing is pinned, but for the way to pin something. */
import { Link } from 'react-router';
import { usePageQuery, useViewer, type EntityPartProps } from '@hub/core/web';
import { communityOfCareModel } from '@hub/plugins/communities/contract';
import { communityAddress } from './addresses';
import { ResourceTitle } from './resource-title';
import { CommunityResourcesDocument } from './resources.generated';

export default function Resources(props: EntityPartProps) {
  return useViewer() ? <MemberResources {...props} /> : null;
}

function MemberResources({ reference, kind }: EntityPartProps) {
  const id = kind === 'care-model' ? communityOfCareModel(reference) : reference;
  const { community } = usePageQuery(CommunityResourcesDocument, { id }).data;
  if (!community || (community.resources.length === 0 && !community.viewerCanFacilitate)) return null;
  return (
    <section aria-labelledby="resources">
      <h2 id="resources">Worth reading</h2>
      {community.resources.length === 0 && <p>Nothing is pinned here yet.</p>}
      <ul className="nhsuk-list hub-rows">
        {community.resources.map((resource) => (
          <li key={resource.subject.id} className="hub-rows__row">
            <ResourceTitle resource={resource} />
          </li>
        ))}
      </ul>
      {community.viewerCanFacilitate && (
        <p className="hub-no-print">
          <Link to={communityAddress(community.id, '/resources')}>Choose what is pinned</Link>
        </p>
      )}
    </section>
  );
}
