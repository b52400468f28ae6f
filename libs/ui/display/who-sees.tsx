/** Who can see a thing, in one quiet line: beside every item, on paper too, and in every form before it is sent. */
import type { ReactNode } from 'react';

interface WhoSeesProps {
  /** What the line is about: "Who can see this" unless given. */
  readonly label?: string;
  /** The hub's own words, such as "Anyone signed in to the hub". */
  readonly who: string;
  /** What follows on the line, such as a link that changes it. */
  readonly children?: ReactNode;
}

export function WhoSees({ label = 'Who can see this', who, children }: WhoSeesProps) {
  return (
    <p className="hub-meta hub-who-sees">
      {label}: {who}.{children && <> {children}</>}
    </p>
  );
}
