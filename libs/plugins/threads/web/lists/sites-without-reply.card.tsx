/** Sites whose people began something and heard from nobody elsewhere, each with what has waited longest. */
import { useLinkTo, usePageOf, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { counted, RowList, Time, WaitingList } from '@hub/ui';
import { Link } from 'react-router';
import { SitesWithoutReplyDocument } from './waiting.generated';

const id = 'unheard-sites';

export default function SitesWithoutReply({ reference: within }: EntityPartProps) {
  const { sitesWithoutReply } = usePageQuery(SitesWithoutReplyDocument, { within, ...usePageOf(id, 10) }).data;
  const linkTo = useLinkTo();
  const rows = sitesWithoutReply.edges.map(({ node, threadCount, waitingSince, longest }) => ({
    id: node.id,
    title: node.name,
    to: linkTo(node.id),
    meta: (
      <>
        {counted(threadCount, 'discussion')} without a word from elsewhere, since <Time at={waitingSince} as="date" />
      </>
    ),
    body: longest && (
      <p className="nhsuk-u-margin-bottom-0">
        Reply to <Link to={linkTo(longest.id)}>{longest.title}</Link>
      </p>
    ),
  }));
  return (
    <WaitingList
      {...{ id, title: 'Sites nobody replies to' }}
      none="People of every site that spoke up have heard from another one."
      count={sitesWithoutReply.totalCount}
      pageInfo={sitesWithoutReply.pageInfo}
    >
      <RowList rows={rows} headingLevel={3} />
    </WaitingList>
  );
}
