/** On a facilitator's work list: members whom nobody has replied to, and the way to do it. */
import { useHasPage, useLinkTo, usePageOf, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { communityOfCareModel } from '@hub/plugins/communities/contract';
import { RowList, Time, WaitingList } from '@hub/ui';
import { Link } from 'react-router';
import { UnansweredMembersDocument, type UnansweredMembersQuery } from './unanswered.generated';

const id = 'unanswered-members';
/** Brought by the plugin that has discussions. */
const starting = '/discussions/new';

type Community = NonNullable<UnansweredMembersQuery['community']>;
type Unanswered = Community['unansweredMembers']['edges'][number];

export default function UnansweredMembers({ reference, kind }: EntityPartProps) {
  const ref = kind === 'care-model' ? communityOfCareModel(reference) : reference;
  const { community } = usePageQuery(UnansweredMembersDocument, { id: ref, ...usePageOf(id, 10) }).data;
  const linkTo = useLinkTo();
  if (!community) return null;
  const { edges, totalCount, pageInfo } = community.unansweredMembers;
  const rows = edges.map((edge) => ({
    id: edge.node.id,
    title: edge.node.displayName,
    to: linkTo(edge.node.id),
    meta: (
      <>
        {edge.node.roleTitle && `${edge.node.roleTitle}. `}
        {edge.said ? 'Waits for a reply since ' : 'Has said nothing yet. Joined on '}
        <Time at={edge.waitingSince} as="date" />
      </>
    ),
    body: <WhatToDo {...{ community, edge }} />,
  }));
  return (
    <WaitingList
      {...{ id, title: 'People nobody has replied to' }}
      none="Everybody who is new, or said something, has had a reply."
      count={totalCount}
      pageInfo={pageInfo}
    >
      <RowList rows={rows} headingLevel={3} />
    </WaitingList>
  );
}

/** Their words, or a discussion to welcome them in. */
function WhatToDo({ community, edge }: { readonly community: Community; readonly edge: Unanswered }) {
  const linkTo = useLinkTo();
  const canStart = useHasPage()(starting);
  const { said, place, node } = edge;
  if (!said && !canStart) return null;
  const asked = new URLSearchParams([
    ...(community.modelType ? [] : [['community', community.id]]),
    ...community.modelTypes.map(({ code }) => ['model', code]),
    ['title', `Welcome, ${node.displayName}`],
  ]);
  return (
    <p className="nhsuk-u-margin-bottom-0">
      {said ? (
        <Link to={`${linkTo(said.id)}${place ? `#post-${place}` : ''}`}>Reply to {node.displayName}</Link>
      ) : (
        <Link to={`${starting}?${asked}`}>Welcome {node.displayName} in a discussion</Link>
      )}
    </p>
  );
}
