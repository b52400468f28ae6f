/** What may be about the same as a title that somebody is typing. The looking is a plugin's; nothing where no plugin does. */
import { Suspense } from 'react';
import type { SimilarProps } from '../plugin/define';
import { useRegistry } from '../plugin/registry-context';
import { PartBoundary } from './part-boundary';

/** Says nothing while it looks: it stands beside what somebody writes. */
export function SimilarThings(props: SimilarProps) {
  const { similar: Similar } = useRegistry();
  if (!Similar) return null;
  return (
    <PartBoundary what="what may be about the same">
      <Suspense fallback={null}>
        <Similar {...props} />
      </Suspense>
    </PartBoundary>
  );
}
