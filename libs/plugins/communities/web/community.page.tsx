/** One community: what it is for, the way in, and for those who see inside what is said there. */
import { Link, Navigate, useParams } from 'react-router';
import { EntityActions, EntityCards, EntityLink, NotFound, Page, usePageQuery } from '@hub/core/web';
import { Markdown, PlainTag, SummaryList } from '@hub/ui';
import { communityAddress, communityIn, homeOf } from './addresses';
import { CommunityPageDocument, type CommunityPageQuery } from './communities.generated';
import { Done } from './done';
import { WayIn } from './way-in';
import { kindNames, kindSentences, membersWords } from './words';

export type CommunityOnPage = NonNullable<CommunityPageQuery['community']>;

const crumbs = [
  { to: '/', label: 'Home' },
  { to: '/communities', label: 'Communities' },
];

export default function CommunityPage() {
  const { name } = useParams();
  const { data, refetch } = usePageQuery(CommunityPageDocument, { id: communityIn(name) });
  const { community } = data;
  if (!community) return <NotFound />;
  if (community.modelType) return <Navigate to={homeOf(community)} replace />;
  return (
    <Page
      title={community.name}
      caption="Community"
      breadcrumbs={crumbs}
      facts={<PlainTag words={kindNames[community.kind]} />}
      aside={<EntityCards reference={community.id} place="aside" />}
    >
      <Done />
      <p className="nhsuk-lede-text">{community.purpose}</p>
      <WayIn community={community} onChange={refetch} />
      <EntityActions reference={community.id} />
      {community.viewerSeesInside ? (
        <>
          {community.welcome && <Markdown text={community.welcome} headingLevel={2} />}
          <EntityCards reference={community.id} place="main" />
          <People community={community} />
        </>
      ) : (
        <Card community={community} />
      )}
    </Page>
  );
}

function People({ community }: { readonly community: CommunityOnPage }) {
  const waiting = community.requests.totalCount;
  return (
    <section aria-labelledby="people">
      <h2 id="people">People</h2>
      <Facts community={community} />
      <ul className="nhsuk-list hub-no-print">
        <li>
          <Link to={communityAddress(community.id, '/people')}>
            {waiting > 0 ? `Members (${waiting} asking to join)` : 'Members'}
          </Link>
        </li>
        {community.viewerCanFacilitate && (
          <>
            <li>
              <Link to={communityAddress(community.id, '/work')}>Work list</Link>
            </li>
            <li>
              <Link to={communityAddress(community.id, '/settings')}>Settings</Link>
            </li>
          </>
        )}
        {community.viewerRole && (
          <li>
            <Link to={communityAddress(community.id, '/leave')}>Leave {community.name}</Link>
          </li>
        )}
      </ul>
    </section>
  );
}

/** What is known of it from outside. */
function Card({ community }: { readonly community: CommunityOnPage }) {
  return (
    <>
      <Facts community={community} />
      <p>{kindSentences[community.kind]}.</p>
    </>
  );
}

function Facts({ community }: { readonly community: CommunityOnPage }) {
  return (
    <SummaryList
      facts={[
        { name: 'Members', value: membersWords(community) },
        ...(community.facilitators.length > 0
          ? [{ name: 'Facilitated by', value: <Facilitators {...community} /> }]
          : []),
        { name: 'Care models', value: community.modelTypes.map(({ code }) => code).join(', ') },
      ]}
    />
  );
}

/** Empty for those who see no names of people: nobody without an account does. */
function Facilitators({ facilitators }: Pick<CommunityOnPage, 'facilitators'>) {
  return facilitators.map(({ id, displayName }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <EntityLink reference={id}>{displayName}</EntityLink>
    </span>
  ));
}
