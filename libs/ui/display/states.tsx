/** What a part of a page shows while it has nothing, waits, or failed. */
import { useEffect, useState, type ReactNode } from 'react';
import { Button } from '../form/button';

/** A sentence after 300ms, in the place of the content, marked busy. */
export function Loading({ what = 'Loading the page' }: { readonly what?: string }) {
  const isLate = useLater(300);
  return (
    <div className="hub-loading" aria-busy="true">
      {isLate && <p>{what}</p>}
    </div>
  );
}

/** True once this many milliseconds have passed since the component came. */
export function useLater(milliseconds: number): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), milliseconds);
    return () => clearTimeout(timer);
  }, [milliseconds]);
  return isLate;
}

/** Says that there is nothing, and what to do next. */
export function EmptyState({ children }: { readonly children: ReactNode }) {
  return <div className="hub-empty">{children}</div>;
}

interface ErrorMessageProps {
  readonly children: ReactNode;
  readonly onRetry?: () => void;
}

/** A part that failed, said in place; the rest of the page stands. */
export function ErrorMessage({ children, onRetry }: ErrorMessageProps) {
  return (
    <div className="hub-failed" role="alert">
      <p>{children}</p>
      {onRetry && (
        <Button look="secondary" small onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}
