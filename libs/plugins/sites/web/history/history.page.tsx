/** The 50 vanguards of 2015 to 2018: the programme's history, not sites of the hub. */
import { useLocation } from 'react-router';
import { Page, useLinkTo, usePageQuery } from '@hub/core/web';
import { EmptyState, FilterPanel, Pager, RowList, WordsFilter, counted } from '@hub/ui';
import { askedFor, careModelFilter } from '../care-model-filter';
import { VanguardListDocument } from './history.generated';

export default function HistoryPage() {
  const question = askedFor(useLocation().search);
  const { data } = usePageQuery(VanguardListDocument, question);
  const linkTo = useLinkTo();
  const { totalCount, edges, pageInfo } = data.vanguards;
  return (
    <Page title="The 50 vanguards" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      <p className="nhsuk-lede-text">
        From 2015 to 2018, 50 places in England tried new ways of joining up care. This is what public pages say of
        them.
      </p>
      <p>They are history. None of them is a site of this hub.</p>
      <WordsFilter label="Words in the name or the places" />
      <FilterPanel filters={[careModelFilter(data.modelTypes)]} />
      <p aria-live="polite">{counted(totalCount, 'vanguard')}</p>
      {totalCount === 0 ? (
        <EmptyState>
          <p>No vanguards match. Remove a filter or use other words.</p>
        </EmptyState>
      ) : (
        <RowList
          headingLevel={2}
          rows={edges.map(({ node }) => ({
            id: node.id,
            title: node.name,
            to: linkTo(node.id),
            meta: [node.modelType.code, node.region, node.places.join(', ')].filter(Boolean).join('. '),
          }))}
        />
      )}
      <Pager pageInfo={pageInfo} what="vanguards" words={{ next: 'Next', previous: 'Previous' }} />
    </Page>
  );
}
