/** On a facilitator's work list: adaptations that went quiet, and the way to ask how they go. */
import { useHasPage, useLinkTo, usePageOf, usePageQuery, type EntityPartProps } from '@hub/core/web';
import { RowList, stateWords, Time, WaitingList } from '@hub/ui';
import { Link } from 'react-router';
import { StalledAdaptationsDocument } from './stalled.generated';

const id = 'stalled';
/** Brought by the plugin that has discussions. */
const asking = '/discussions/new';

export default function Stalled({ reference: within }: EntityPartProps) {
  const { stalledAdaptations } = usePageQuery(StalledAdaptationsDocument, { within, ...usePageOf(id, 10) }).data;
  const linkTo = useLinkTo();
  const canAsk = useHasPage()(asking);
  const rows = stalledAdaptations.edges.map(({ node }) => ({
    id: node.id,
    title: node.title,
    to: linkTo(node.id),
    meta: (
      <>
        {node.site.name}. {stateWords(node.stage)}. Last word <Time at={node.lastWordAt} as="ago" />
      </>
    ),
    body: canAsk && (
      <p className="nhsuk-u-margin-bottom-0">
        <Link
          to={`${asking}?${new URLSearchParams({ about: node.id, title: `How is it going at ${node.site.name}?` })}`}
        >
          Ask {node.site.name} how it is going
        </Link>
      </p>
    ),
  }));
  return (
    <WaitingList
      {...{ id, title: 'Adaptations with no word for 60 days' }}
      none="Something was said of every adaptation in the last 60 days."
      count={stalledAdaptations.totalCount}
      pageInfo={stalledAdaptations.pageInfo}
    >
      <RowList rows={rows} headingLevel={3} />
    </WaitingList>
  );
}
