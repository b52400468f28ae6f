/** A polite live region that speaks at most once in 10 seconds, with the newest message. Own actions use `urgent`. */
import { useEffect, useRef, useState } from 'react';

const pause = 10_000;

interface AnnouncerProps {
  /** An empty message says nothing and empties the region at once. */
  readonly message: string;
  /** Says it at once: for what the reader did. */
  readonly urgent?: boolean;
}

/** Keep one on a page. */
export function Announcer({ message, urgent = false }: AnnouncerProps) {
  const [spoken, setSpoken] = useState('');
  const spokenAt = useRef(-Infinity);
  useEffect(() => {
    const say = () => {
      if (message) spokenAt.current = Date.now();
      setSpoken(message);
    };
    const wait = urgent || !message ? 0 : Math.max(0, spokenAt.current + pause - Date.now());
    if (wait === 0) return say();
    const timer = setTimeout(say, wait);
    return () => clearTimeout(timer);
  }, [message, urgent]);
  return (
    <div className="nhsuk-u-visually-hidden" role="status" aria-live="polite">
      {spoken}
    </div>
  );
}
