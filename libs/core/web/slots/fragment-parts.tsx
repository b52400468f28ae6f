/** What other plugins say of a plugin's own things: asked for in the same question, shown beneath each. */
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useRegistry } from '../plugin/registry-context';
import { spreadIntoFragments } from '../plugin/spread-fragments';
import { PartBoundary } from './part-boundary';

/** The document with what plugins add to its fragments. */
export function useFragmentPartsIn<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
): TypedDocumentNode<Result, Variables> {
  return spreadIntoFragments(document, useRegistry().fragmentParts);
}

/** What plugins show of a thing that was asked for by this fragment. */
export function FragmentParts({ of, thing }: { readonly of: string; readonly thing: object }) {
  return useRegistry()
    .fragmentParts.filter((part) => part.of === of)
    .map(({ fragment, component: ThingPart }, at) => (
      <PartBoundary key={`${fragment.loc?.source.name}${at}`} what="this part of the page">
        <ThingPart thing={thing as never} />
      </PartBoundary>
    ));
}
