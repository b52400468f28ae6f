/** The page of a tag: the discussions that bear it. */
import { Navigate, useParams } from 'react-router';
import { entityRef, tagKind } from '@hub/core/contract';
import { NotFound, usePageQuery } from '@hub/core/web';
import { TagPageDocument } from '../threads.generated';

export default function TagPage() {
  const { name = '' } = useParams();
  const { data } = usePageQuery(TagPageDocument, { id: entityRef(tagKind, 'network', name) });
  const tag = data.node;
  if (tag?.__typename !== 'Tag') return <NotFound />;
  const { word, lesson, enabler } = tag;
  const asked = Object.entries({ tag: word, lesson, enabler }).flatMap(([key, value]) =>
    value === null ? [] : [[key, String(value)]],
  );
  return <Navigate to={`/discussions?${new URLSearchParams(asked)}`} replace />;
}
