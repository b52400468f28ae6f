/** Someone else changed the record while this page was open. */
import { useEffect, useRef } from 'react';
import { Button } from '@hub/ui';

/** Takes the focus; what was typed stays where it is. */
export function MovedMeanwhile({ onLook }: { readonly onLook: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="hub-conflict">
      <h2 ref={heading} tabIndex={-1}>
        Someone else changed this while you were writing
      </h2>
      <p>What you wrote is still here. Look at the record as it is now, then save again if it still holds.</p>
      <Button look="secondary" onClick={onLook}>
        Show it as it is now
      </Button>
    </section>
  );
}
