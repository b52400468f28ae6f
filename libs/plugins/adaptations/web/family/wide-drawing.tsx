/** Fetches and shows the drawing where there is room for it. While it comes, and should it fail, the list is enough. */
import { Component, lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import type { FamilyPlace } from './family';

const FamilyDrawing = lazy(() => import('./family-drawing'));
const wide = '(min-width: 769px)';

export function WideDrawing({ trees }: { readonly trees: readonly FamilyPlace[] }) {
  if (!useIsWide()) return null;
  return (
    <ListIsEnough>
      <Suspense fallback={null}>
        <FamilyDrawing trees={trees} />
      </Suspense>
    </ListIsEnough>
  );
}

class ListIsEnough extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? null : this.props.children;
  }
}

function useIsWide(): boolean {
  const [isWide, setWide] = useState(() => window.matchMedia(wide).matches);
  useEffect(() => {
    const query = window.matchMedia(wide);
    const change = () => setWide(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return isWide;
}
