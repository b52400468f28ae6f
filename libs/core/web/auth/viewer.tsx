/** Who is signed in, asked once when the page starts. */
import { createContext, useContext, type ReactNode } from 'react';
import { useSuspenseQuery } from '@apollo/client/react';
import { useRetryCount } from '../apollo/retry';
import { ViewerDocument, type ViewerQuery } from './viewer.generated';

export type ViewerMember = NonNullable<ViewerQuery['viewer']>;

const ViewerContext = createContext<ViewerMember | null>(null);

/** The signed-in member with their sites, or null for a visitor. */
export function useViewer(): ViewerMember | null {
  return useContext(ViewerContext);
}

/** Suspends until it is known who is asking. */
export function ViewerProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useSuspenseQuery(ViewerDocument, { fetchPolicy: 'cache-first', queryKey: [useRetryCount()] });
  return <ViewerContext value={data.viewer}>{children}</ViewerContext>;
}

/** For tests: says who is signed in without asking. */
export const GivenViewer = ViewerContext;
