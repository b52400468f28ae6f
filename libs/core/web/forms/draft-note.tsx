/** Above a form: that what was written earlier came back, and how to be rid of it; or that it is not kept, and why. */
import { Announcer, formatDate, formatTime, LinkButton } from '@hub/ui';
import { useState } from 'react';
import type { Draft } from './draft';

type Noted<Value extends object> = Pick<Draft<Value>, 'value' | 'change' | 'clear' | 'restoredFrom' | 'isHeldBack'>;

export function DraftNote<Value extends object>({ draft }: { readonly draft: Noted<Value> }) {
  const [thrownAway, setThrownAway] = useState<Value | null>(null);
  const [said, setSaid] = useState('');
  const throwAway = () => {
    setThrownAway(draft.value);
    draft.clear();
    setSaid('Your draft is thrown away');
  };
  const bringBack = (value: Value) => {
    draft.change(value);
    setThrownAway(null);
    setSaid('Your draft is back');
  };
  return (
    <div className="hub-no-print">
      {draft.isHeldBack && (
        <p className="hub-meta">
          This looks like it holds a detail of a patient, so it is not kept when you leave this page.
        </p>
      )}
      {draft.restoredFrom && (
        <p className="hub-meta">
          Your draft from {whenWords(draft.restoredFrom)}. <LinkButton onClick={throwAway}>Throw it away</LinkButton>
        </p>
      )}
      {thrownAway && (
        <p className="hub-meta">
          Your draft is thrown away. <LinkButton onClick={() => bringBack(thrownAway)}>Bring it back</LinkButton>
        </p>
      )}
      <Announcer message={said} urgent />
    </div>
  );
}

/** "4:10pm" on the same day, "9 March 2016, 4:10pm" on another. */
function whenWords(at: string): string {
  return formatDate(at) === formatDate(new Date()) ? formatTime(at) : `${formatDate(at)}, ${formatTime(at)}`;
}
