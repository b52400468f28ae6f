/** "9 discussions", among a care model's facts. */
import { usePageQuery, useViewer, type EntityPartProps } from '@hub/core/web';
import { counted } from '@hub/ui';
import { ThreadCountsDocument } from '../thread-parts.generated';

export function ThreadCount({ reference }: EntityPartProps) {
  return useViewer() ? <Count reference={reference} /> : null;
}

function Count({ reference }: { readonly reference: string }) {
  const { data } = usePageQuery(ThreadCountsDocument);
  const model = data.modelTypes.find(({ id }) => id === reference);
  return <span>{counted(model?.threadCount ?? 0, 'discussion')}</span>;
}
