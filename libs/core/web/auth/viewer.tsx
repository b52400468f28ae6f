/** Who is signed in, asked once when the page starts. */
import { createContext, useContext, useEffect, type ReactNode } from 'react';
import { useSuspenseQuery } from '@apollo/client/react';
import { useRetryCount } from '../apollo/retry';
import { clearDrafts } from '../forms/draft-store';
import { ViewerDocument, type ViewerQuery } from './viewer.generated';

export type ViewerMember = NonNullable<ViewerQuery['viewer']>;

const ViewerContext = createContext<ViewerMember | null>(null);

/** The signed-in member with their sites, or null for a visitor. */
export function useViewer(): ViewerMember | null {
  return useContext(ViewerContext);
}

/** Suspends until it is known who is asking. What others wrote in this tab is forgotten when somebody has signed in. */
export function ViewerProvider({ children }: { readonly children: ReactNode }) {
  const { data } = useSuspenseQuery(ViewerDocument, { fetchPolicy: 'cache-first', queryKey: [useRetryCount()] });
  const id = data.viewer?.id;
  useEffect(() => {
    if (id) clearDrafts(id);
  }, [id]);
  return <ViewerContext value={data.viewer}>{children}</ViewerContext>;
}

/** For tests: says who is signed in without asking. */
export const GivenViewer = ViewerContext;
