/** Two moderators decided: what the other decided, and what one wanted. */
import { useEffect, useRef } from 'react';
import type { Problem } from '@hub/core/web';
import type { CaseDecision } from '@hub/graphql';
import { formatDateTime, SummaryList } from '@hub/ui';
import { decisionWords } from '../words';

interface ConflictBoxProps {
  readonly conflict: Problem;
  readonly mine: { readonly decision: CaseDecision | null; readonly reason: string };
}

export function ConflictBox({ conflict, mine }: ConflictBoxProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [conflict]);
  const theirs = decisionIn(conflict.extensions['current']);
  return (
    <section className="hub-conflict" aria-labelledby="decided-already">
      <h2 id="decided-already" ref={heading} tabIndex={-1}>
        {conflict.message}
      </h2>
      {theirs && (
        <SummaryList
          facts={[
            { name: `${theirs.by} decided`, value: `${decisionWords[theirs.decision]}, ${formatDateTime(theirs.at)}` },
            { name: 'Their reason', value: theirs.reason },
            { name: 'You wanted', value: mine.decision && decisionWords[mine.decision] },
            { name: 'Your reason', value: mine.reason },
          ]}
        />
      )}
    </section>
  );
}

interface Theirs {
  readonly decision: CaseDecision;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

/** Null where the post, and not the case, has changed. */
function decisionIn(current: unknown): Theirs | null {
  if (typeof current !== 'object' || current === null || !('decision' in current)) return null;
  const { decision, decidedBy, decidedAt, reason } = current as Record<string, string>;
  return { decision: decision as CaseDecision, by: decidedBy ?? 'Somebody', at: decidedAt ?? '', reason: reason ?? '' };
}
