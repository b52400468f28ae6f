/** The site is at work on it already: someone else began while this page was open. */
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import type { Problem } from '@hub/core/web';
import { pathOf } from '../address';

/** Leads to the record that is there. What was typed stays in the tab. */
export function AlreadyStarted({ conflict }: { readonly conflict: Problem }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const id = idOf(conflict.extensions['current']);
  return (
    <div className="nhsuk-error-summary" ref={box} tabIndex={-1}>
      <div role="alert">
        <h2 className="nhsuk-error-summary__heading">Your site has begun already</h2>
        <div className="nhsuk-error-summary__body">
          <p>{conflict.message}</p>
          {id !== null && (
            <p>
              <Link to={pathOf(id)}>Go to our adaptation</Link>
            </p>
          )}
        </div>
      </div>
    </div>
  );
}

function idOf(current: unknown): string | null {
  if (typeof current !== 'object' || current === null || !('id' in current)) return null;
  return typeof current.id === 'string' ? current.id : null;
}
