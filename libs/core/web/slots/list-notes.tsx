/** What other plugins know of the things in a list: the order that suits the reader, and a line on each. */
import { Suspense, type ReactNode } from 'react';
import { Loading } from '@hub/ui';
import { RetryProvider } from '../apollo/retry';
import type { Notes } from '../plugin/define';
import { useRegistry } from '../plugin/registry-context';
import { Boundary } from './part-boundary';

interface ListNotesProps {
  /** The list, as contributions name it. */
  readonly list: string;
  /** The entity that has the list. */
  readonly reference: string;
  readonly children: (notes: Notes) => ReactNode;
}

const none: Notes = { order: [], noteOn: () => null, about: null };

/** The list with what a plugin knows of it; as it is where none does, or where that cannot be loaded. */
export function ListNotes({ list, reference, children }: ListNotesProps) {
  const found = useRegistry().listNotes.find((notes) => notes.list === list);
  if (!found) return children(none);
  const { component: Noted } = found;
  return (
    <RetryProvider>
      {() => (
        <Boundary fallback={() => children(none)} resetKey={reference}>
          <Suspense fallback={<Loading what="Loading this list" />}>
            <Noted reference={reference}>{children}</Noted>
          </Suspense>
        </Boundary>
      )}
    </RetryProvider>
  );
}

/** Those that the order does not name, as they were: the reader's own. Then the others, as it names them. */
export function inOrderOf<Item extends { readonly id: string }>(
  items: readonly Item[],
  order: readonly string[],
): readonly Item[] {
  const place = new Map(order.map((id, at) => [id, at]));
  const placeOf = ({ id }: Item) => place.get(id) ?? -1;
  return items.toSorted((a, b) => placeOf(a) - placeOf(b));
}
