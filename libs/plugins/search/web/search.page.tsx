/** Search: the box first, then one list of everything that fits, each result with its kind and the line that matched. */
import { lazy, Suspense } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import {
  Page,
  SearchResult,
  useHasPage,
  usePageQuery,
  useRegistry,
  useSearchResultsIn,
  useSignInAddress,
  useViewer,
} from '@hub/core/web';
import { textLimits } from '@hub/graphql';
import { counted, FilterPanel, Pager, SearchBox } from '@hub/ui';
import { NothingFound } from './nothing-found';
import { isNarrowed, narrowingIn, searchDays, searchFilters, searchKindOf } from './search-filters';
import { SearchPageDocument } from './search.generated';

/** Apart, because people search first. */
const SaveSearch = lazy(() => import('./save-search'));
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
      <p>
        <Link to="/searches">Your searches</Link>
      </p>
    </Page>
  );
}

function Results({ text, after }: { readonly text: string; readonly after: string | null }) {
  const { search: address } = useLocation();
  const known = useRegistry().searchResults.map(({ kind }) => searchKindOf(kind));
  const { data } = usePageQuery(useSearchResultsIn(SearchPageDocument), {
    ...{ text, after, first: 20 },
    ...narrowingIn(address, known),
  });
  const { search, searchCounts, searchSuggestion } = data;
  const isExact = search.totalCount > 0 && !searchSuggestion;
  return (
    <Page title={isExact ? `${howMany(search)} for ${text}` : `No results for ${text}`}>
      <SearchBox action="/search" label="Search the hub" id="search" initial={text} key={text} />
      {searchSuggestion && <DidYouMean words={searchSuggestion} nearly={search} />}
      {search.moreThanTotal && (
        <p>
          Those with the words in their title come first, and the latest before older ones. Another word or a filter
          finds what is further down.
        </p>
      )}
      <FilterPanel filters={searchFilters(searchCounts, address)} days={searchDays} />
      {search.totalCount === 0 && isNarrowed(address, known) && (
        <p>
          <Link to={`/search?q=${encodeURIComponent(text)}`}>Search without filters</Link>
        </p>
      )}
      {search.totalCount === 0 && <NothingFound text={text} />}
      <ol className="nhsuk-list hub-rows">
        {search.edges.map((edge) => (
          <li key={edge.cursor} className="hub-rows__row">
            <SearchResult hit={edge.node} match={edge.match ?? null} />
          </li>
        ))}
      </ol>
      <div className="hub-no-print">
        <Suspense fallback={<p className="hub-meta">Loading how to save it</p>}>
          <SaveSearch key={address} {...{ text, known }} />
        </Suspense>
      </div>
      <Pager pageInfo={search.pageInfo} what="results" words={{ next: 'Next', previous: 'Previous' }} />
    </Page>
  );
}

interface Total {
  readonly totalCount: number;
  readonly moreThanTotal: boolean;
}

/** As far as it is counted. */
function howMany({ totalCount, moreThanTotal }: Total): string {
  const number = totalCount.toLocaleString('en-GB');
  return moreThanTotal ? `More than ${number} results` : counted(totalCount, 'result');
}

function DidYouMean({ words, nearly }: { readonly words: string; readonly nearly: Total }) {
  return (
    <>
      <p>
        Did you mean <Link to={`/search?q=${encodeURIComponent(words)}`}>{words}</Link>?
      </p>
      {nearly.totalCount > 0 && <p>{howMany(nearly)} with words spelt nearly so:</p>}
    </>
  );
}
