/** Two texts with what differs marked: deletions at the source, insertions at the local one. Never by colour alone. */
import { lazy, Suspense } from 'react';
import { TwoTexts, type TwoTextsProps } from './two-texts';

const MarkedTexts = lazy(() => import('./marked-texts'));

/** Stacked on a phone, side by side from 769px. Both plain texts stand until the comparison is ready, or if it fails. */
export function DiffText(props: TwoTextsProps) {
  return (
    <Suspense fallback={<TwoTexts {...props} />}>
      <MarkedTexts {...props} />
    </Suspense>
  );
}
