/** Two texts with what differs marked: deletions at the source, insertions at the local one. Never by colour alone. */
import { Component, lazy, Suspense, type ReactNode } from 'react';
import { TwoTexts, type TwoTextsProps } from './two-texts';

const MarkedTexts = lazy(() => import('./marked-texts'));

/** Stacked on a phone, side by side from 769px. Both plain texts stand until the comparison is ready, or if it fails. */
export function DiffText(props: TwoTextsProps) {
  return (
    <PlainInstead texts={<TwoTexts {...props} />}>
      <Suspense fallback={<TwoTexts {...props} />}>
        <MarkedTexts {...props} />
      </Suspense>
    </PlainInstead>
  );
}

interface PlainInsteadProps {
  readonly texts: ReactNode;
  readonly children: ReactNode;
}

/** A comparison that could not be loaded or worked out leaves the two texts as they are. */
class PlainInstead extends Component<PlainInsteadProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.texts : this.props.children;
  }
}
