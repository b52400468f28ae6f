/** Search results of any kind, each shown by the plugin that owns the kind. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { MarkedWords } from '@hub/ui';
import { useRegistry } from '../plugin/registry-context';
import { spreadInto } from '../plugin/spread-fragments';
import { PartBoundary } from './part-boundary';

/** The search query with every kind's fragment in its `node` field. In the document, ask for `node { __typename }`. */
export function useSearchResultsIn<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
): TypedDocumentNode<Result, Variables> {
  const { searchResults } = useRegistry();
  return spreadInto(document, ['node'], searchResults);
}

interface SearchResultProps {
  readonly hit: { readonly __typename: string };
  readonly match: { readonly line: string; readonly words: readonly string[]; readonly place: string | null } | null;
}

/** One result; nothing for a kind that nobody shows. */
export function SearchResult({ hit, match }: SearchResultProps) {
  const { searchResults } = useRegistry();
  const view = searchResults.find((each) => each.typename === hit.__typename);
  if (!view) return null;
  const ResultPart = view.component;
  return (
    <PartBoundary what="this result">
      <ResultPart
        hit={hit as never}
        matchedLine={match?.line ?? null}
        marked={match && <MarkedWords {...match} />}
        place={match?.place ?? null}
      />
    </PartBoundary>
  );
}
