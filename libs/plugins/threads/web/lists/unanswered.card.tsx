/** On a facilitator's work list: questions without an answer, and what nobody has replied to. */
import type { EntityPartProps } from '@hub/core/web';
import { WaitingThreads } from './waiting-threads';

export default function Unanswered({ reference }: EntityPartProps) {
  return (
    <>
      <WaitingThreads
        title="Questions without an answer"
        within={reference}
        awaiting="ANSWER"
        none="Every question has its answer."
      />
      <WaitingThreads
        title="Discussions that nobody has replied to"
        within={reference}
        awaiting="REPLY"
        none="Everybody who said something has been answered."
      />
    </>
  );
}
