/** The texts of the operations that pages send, made the way pages make them. */
import { Kind, print, visit, type DocumentNode } from 'graphql';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { WebRegistry } from '../plugin/registry';
import { spreadInto, spreadIntoFragments } from '../plugin/spread-fragments';
import { createHubCache } from './client';

/** The fields into which pages spread what other plugins say of their things. */
const openFields = ['node', 'about', 'subject', 'target', 'community'];

/**
 * Each operation among these documents, as it is, and where it has such a field also with what the plugins spread into it: how a
 * thing is mentioned where the document asks for `__typename id`, in one of these fields and in all of them, how it looks when found where it
 * asks for `__typename` alone; and with what they say of things by its fragments.
 */
export function operationsSent(registry: WebRegistry, documents: readonly unknown[]): string[] {
  const cache = createHubCache();
  const texts = documents.filter(isOperation).flatMap((document) => {
    const typed = document as TypedDocumentNode<unknown, Record<string, unknown>>;
    const open = openFields.filter((field) => namesBelow(typed, field).has('__typename'));
    const told = open.filter((field) => namesBelow(typed, field).has('id'));
    const widened = [
      ...[...told.map((field) => [field]), ...(told.length > 1 ? [told] : [])].map((fields) =>
        spreadInto(typed, fields, registry.mentions),
      ),
      ...open
        .filter((field) => !told.includes(field))
        .map((field) => spreadInto(typed, [field], registry.searchResults)),
    ];
    const withParts = spreadIntoFragments(typed, registry.fragmentParts);
    return [typed, ...widened, withParts].map((each) => print(cache.transformDocument(each)));
  });
  return [...new Set(texts)].sort();
}

/** The names of what is selected in fields of this name. */
function namesBelow(document: DocumentNode, field: string): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Field: ({ name, selectionSet }) => {
      if (name.value !== field) return;
      for (const each of selectionSet?.selections ?? []) if (each.kind === Kind.FIELD) names.add(each.name.value);
    },
  });
  return names;
}

function isOperation(value: unknown): value is DocumentNode {
  return (
    typeof value === 'object' &&
    value !== null &&
    'definitions' in value &&
    (value.definitions as { kind: string }[]).some(({ kind }) => kind === Kind.OPERATION_DEFINITION)
  );
}
