/** Puts the plugins' fragments into another plugin's query, so that one request answers for all kinds. */
import { Kind, visit, type DocumentNode, type FragmentDefinitionNode, type SelectionNode } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

interface Spreadable {
  readonly fragment: DocumentNode;
}

type AnyDocument = TypedDocumentNode<unknown, unknown>;

/**
 * The document with every fragment spread into each field that has one of these names (`node`, `subject`, `about`). The result
 * and variables keep their types; what the fragments add is read by those who contributed them. The same question gives the
 * same document: a page that waits for its answer is rendered anew and must not ask another question each time.
 */
export function spreadInto<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  fieldNames: readonly string[],
  contributions: readonly Spreadable[],
): TypedDocumentNode<Result, Variables> {
  const known = madeFrom(contributions, document as AnyDocument);
  const key = fieldNames.join(' ');
  const made = known.get(key) ?? widen(document as AnyDocument, fieldNames, contributions);
  known.set(key, made);
  return made as TypedDocumentNode<Result, Variables>;
}

interface Widening extends Spreadable {
  readonly of: string;
}

/** The document with each contribution spread into the fragment that it is of. The same question gives the same document. */
export function spreadIntoFragments<Result, Variables>(
  document: TypedDocumentNode<Result, Variables>,
  contributions: readonly Widening[],
): TypedDocumentNode<Result, Variables> {
  const names = new Set(fragmentsIn(document).map(({ name }) => name.value));
  const known = madeFrom(contributions, document as AnyDocument);
  const widened =
    known.get('fragments') ??
    widenFragments(
      document,
      contributions.filter(({ of }) => names.has(of)),
    );
  known.set('fragments', widened as AnyDocument);
  return widened as TypedDocumentNode<Result, Variables>;
}

function widenFragments(document: DocumentNode, contributions: readonly Widening[]): DocumentNode {
  if (contributions.length === 0) return document;
  const widened = visit(document, {
    FragmentDefinition: ({ name, selectionSet, ...fragment }) => ({
      ...{ ...fragment, name },
      selectionSet: {
        ...selectionSet,
        selections: [
          ...selectionSet.selections,
          ...contributions.filter(({ of }) => of === name.value).flatMap(spreadOf),
        ],
      },
    }),
  });
  return { ...widened, definitions: [...widened.definitions, ...fragmentsToAdd(document, contributions)] };
}

const made = new WeakMap<readonly Spreadable[], WeakMap<AnyDocument, Map<string, AnyDocument>>>();

function madeFrom(contributions: readonly Spreadable[], document: AnyDocument): Map<string, AnyDocument> {
  const ofContributions = made.get(contributions) ?? new WeakMap<AnyDocument, Map<string, AnyDocument>>();
  made.set(contributions, ofContributions);
  const ofDocument = ofContributions.get(document) ?? new Map<string, AnyDocument>();
  ofContributions.set(document, ofDocument);
  return ofDocument;
}

function widen(
  document: AnyDocument,
  fieldNames: readonly string[],
  contributions: readonly Spreadable[],
): AnyDocument {
  const spreads = contributions.flatMap(spreadOf);
  const widened = visit(document, {
    Field: (field) =>
      field.selectionSet && fieldNames.includes(field.name.value)
        ? {
            ...field,
            selectionSet: { ...field.selectionSet, selections: [...field.selectionSet.selections, ...spreads] },
          }
        : undefined,
  });
  return { ...widened, definitions: [...widened.definitions, ...fragmentsToAdd(document, contributions)] };
}

function fragmentsToAdd(document: AnyDocument, contributions: readonly Spreadable[]): FragmentDefinitionNode[] {
  const known = new Set(fragmentsIn(document).map((fragment) => fragment.name.value));
  const added = new Map<string, FragmentDefinitionNode>();
  for (const fragment of contributions.flatMap((contribution) => fragmentsIn(contribution.fragment))) {
    if (!known.has(fragment.name.value)) added.set(fragment.name.value, fragment);
  }
  return [...added.values()];
}

function fragmentsIn(document: DocumentNode): FragmentDefinitionNode[] {
  return document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
}

function spreadOf({ fragment }: Spreadable): SelectionNode[] {
  const first = fragment.definitions.find((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return first ? [{ kind: Kind.FRAGMENT_SPREAD, name: { kind: Kind.NAME, value: first.name.value } }] : [];
}
