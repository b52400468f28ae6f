/** A saved search by its own address: leads on to its results, and what was new in it has been looked at. */
import { useEffect, useRef } from 'react';
import { useApolloClient } from '@apollo/client/react';
import { Navigate, useParams } from 'react-router';
import { entityRef } from '@hub/core/contract';
import { NotFound, usePageQuery } from '@hub/core/web';
import { addressOfSaved } from './saved-address';
import { LookAtSavedSearchDocument, SavedSearchPlaceDocument } from './saved.generated';

export default function SavedSearchPage() {
  const { name = '' } = useParams();
  const id = entityRef('saved-search', 'network', name);
  const { data } = usePageQuery(SavedSearchPlaceDocument, { id });
  const client = useApolloClient();
  const saved = data.node?.__typename === 'SavedSearch' ? data.node : null;
  const isLooked = useRef(false);
  useEffect(() => {
    if (!saved || isLooked.current) return;
    isLooked.current = true;
    const input = { savedSearch: id };
    void client.mutate({ mutation: LookAtSavedSearchDocument, variables: { input } }).catch(() => undefined);
  }, [client, id, saved]);
  return saved ? <Navigate to={addressOfSaved(saved)} replace /> : <NotFound />;
}
