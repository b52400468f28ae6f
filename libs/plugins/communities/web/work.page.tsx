/** What waits for those who facilitate a community: who asks to join, and what other plugins know of that nobody has answered. */
import { useParams } from 'react-router';
import { EntityCards, NotFound, Page, usePageQuery } from '@hub/core/web';
import { communityIn, homeOf } from './addresses';
import { CommunityPeoplePageDocument } from './people.generated';
import { RequestList } from './request-list';

export default function WorkPage() {
  const { name } = useParams();
  const { community } = usePageQuery(CommunityPeoplePageDocument, { id: communityIn(name) }).data;
  if (!community?.viewerCanFacilitate) return <NotFound />;
  const { requests, modelType } = community;
  return (
    <Page title="Work list" caption={community.name} back={{ to: homeOf(community), label: community.name }}>
      {!modelType && (
        <section aria-labelledby="requests">
          <h2 id="requests" className="nhsuk-heading-m">
            Asking to join ({requests.totalCount})
          </h2>
          {requests.totalCount === 0 ? (
            <p>Nobody waits to be let in.</p>
          ) : (
            <RequestList requests={requests.edges.map(({ node }) => node)} />
          )}
        </section>
      )}
      <EntityCards reference={modelType?.id ?? community.id} place="work-list" />
      <EntityCards reference={community.id} place="log" />
    </Page>
  );
}
