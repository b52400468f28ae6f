/** Search: the box first, then one list of everything that fits, each result with its kind and the line that matched. */
import { Link, useLocation, useSearchParams } from 'react-router';
import { careModelCodes } from '@hub/core/contract';
import {
  CareModelsDocument,
  careModelName,
  Page,
  SearchResult,
  useHasPage,
  useLinkTo,
  usePageQuery,
  useRegistry,
  useSearchResultsIn,
  useSignInAddress,
  useViewer,
} from '@hub/core/web';
import { textLimits, type SearchKind } from '@hub/graphql';
import { chosenFilters, counted, EmptyState, FilterPanel, Pager, SearchBox, type Filter } from '@hub/ui';
import { kindFilter } from './kind-filter';
import { SearchPageDocument } from './search.generated';

const longest = textLimits['Query.search.text'];

export default function SearchPage() {
  const [address] = useSearchParams();
  const text = (address.get('q') ?? '').slice(0, longest).trim();
  const viewer = useViewer();
  if (!viewer) return <SignInToSearch />;
  if (text === '') return <EmptySearch />;
  return <Results text={text} after={address.get('after')} />;
}

function SignInToSearch() {
  const signIn = useSignInAddress();
  const hasPage = useHasPage();
  return (
    <Page title="Search">
      <p>
        <Link to={signIn}>Sign in</Link> to search the whole network.
      </p>
      {hasPage('/interventions') && (
        <p>
          Without an account you can <Link to="/interventions">look through the interventions</Link>.
        </p>
      )}
    </Page>
  );
}

function EmptySearch() {
  return (
    <Page title="Search">
      <SearchBox action="/search" label="Search the hub" id="search" />
      <p>Enter what you remember: a few words of a title, a place, a name.</p>
    </Page>
  );
}

function Results({ text, after }: { readonly text: string; readonly after: string | null }) {
  const { search: address } = useLocation();
  const { searchResults } = useRegistry();
  const filters: readonly Filter[] = [
    kindFilter(searchResults.map(({ kind }) => kind)),
    { name: 'model', label: 'Care model', choices: careModelCodes.map((code) => ({ value: code, label: code })) },
  ];
  const chosen = chosenFilters(filters, address);
  const { data } = usePageQuery(useSearchResultsIn(SearchPageDocument), {
    text,
    ...(chosen.kind?.length ? { kinds: chosen.kind as SearchKind[] } : {}),
    ...(chosen.model?.length ? { modelTypes: chosen.model } : {}),
    first: 20,
    after,
  });
  const { search } = data;
  return (
    <Page
      title={search.totalCount === 0 ? `No results for ${text}` : `${counted(search.totalCount, 'result')} for ${text}`}
    >
      <SearchBox action="/search" label="Search the hub" id="search" initial={text} key={text} />
      <FilterPanel filters={filters} />
      {search.totalCount === 0 && <NothingFound text={text} />}
      <ol className="nhsuk-list hub-rows">
        {search.edges.map((edge) => (
          <li key={edge.cursor} className="hub-rows__row">
            <SearchResult hit={edge.node} matchedLine={edge.matchedLine ?? null} />
          </li>
        ))}
      </ol>
      <Pager pageInfo={search.pageInfo} what="results" words={{ next: 'Next', previous: 'Previous' }} />
    </Page>
  );
}

function NothingFound({ text }: { readonly text: string }) {
  const { data } = usePageQuery(CareModelsDocument);
  const linkTo = useLinkTo();
  const hasPage = useHasPage();
  return (
    <EmptyState>
      <p>Try fewer or other words, or look through the care models:</p>
      <ul>
        {data.modelTypes.map((model) => (
          <li key={model.id}>
            <Link to={linkTo(model.id)}>{careModelName(model)}</Link>
          </li>
        ))}
      </ul>
      {hasPage('/discussions/new') && (
        <p>
          <Link to={`/discussions/new?kind=QUESTION&title=${encodeURIComponent(text)}`}>Ask the network</Link>
        </p>
      )}
    </EmptyState>
  );
}
