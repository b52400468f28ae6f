/** All interventions that the reader may see, by care model, site, how far they got, and words. */
import { useLocation } from 'react-router';
import { ListTools, Page, usePageQuery, useRegistry } from '@hub/core/web';
import { interventionsList } from '@hub/plugins/interventions/contract';
import { ButtonLink, EmptyState, FilterPanel, IllustrativeListNote, Pager, WordsFilter, counted } from '@hub/ui';
import { InterventionRows } from '../intervention-rows';
import { filtersOf } from './filters';
import { InterventionListDocument } from './intervention-list.generated';
import { chosenOrder, listQuestion, orderChoices } from './list-question';
import { OrderLinks } from './order-links';

const byTitleWords = { next: 'Next', previous: 'Previous' };

export default function InterventionsPage() {
  const { search } = useLocation();
  const { pluginIds } = useRegistry();
  const orders = orderChoices(pluginIds);
  const question = listQuestion(search, orders);
  const { data } = usePageQuery(InterventionListDocument, question);
  const { totalCount, edges, pageInfo } = data.interventions;
  const interventions = edges.map(({ node }) => node);
  const mayWrite = data.viewer?.sites.some((site) => site.viewerCanWriteInterventions);
  return (
    <Page title="Interventions" breadcrumbs={[{ to: '/', label: 'Home' }]}>
      {mayWrite && <ButtonLink to="/interventions/new">Write an intervention</ButtonLink>}
      <WordsFilter label="Words in the title or the text" />
      <FilterPanel
        filters={filtersOf(
          data.modelTypes,
          data.sites.edges.map(({ node }) => node),
        )}
      />
      <p aria-live="polite">{counted(totalCount, 'intervention')}</p>
      {totalCount > 1 && <OrderLinks choices={orders} chosen={chosenOrder(search, orders)} />}
      <IllustrativeListNote items={interventions} />
      {totalCount === 0 ? (
        <Nothing isNarrowed={Object.keys(question.filter ?? {}).length > 0} />
      ) : (
        <InterventionRows interventions={interventions} headingLevel={2} />
      )}
      <Pager
        pageInfo={pageInfo}
        what="interventions"
        {...(question.orderBy === 'RECENTLY_PUBLISHED' ? {} : { words: byTitleWords })}
      />
      <ListTools list={interventionsList} count={totalCount} />
    </Page>
  );
}

function Nothing({ isNarrowed }: { readonly isNarrowed: boolean }) {
  return (
    <EmptyState>
      <p>
        {isNarrowed ? 'No interventions match. Remove a filter or use other words.' : 'No site has published one yet.'}
      </p>
    </EmptyState>
  );
}
