/** On a facilitator's work list: questions without an answer, and what nobody has replied to. */
import { careModelCode } from '@hub/core/contract';
import type { EntityPartProps } from '@hub/core/web';
import { WaitingThreads } from './waiting-threads';

export default function Unanswered({ reference, kind }: EntityPartProps) {
  const within = kind === 'care-model' ? { modelTypes: [careModelCode(reference)] } : { community: reference };
  return (
    <>
      <WaitingThreads
        id="unanswered"
        title="Questions without an answer"
        filter={{ ...within, answered: false }}
        none="Every question has its answer."
      />
      <WaitingThreads
        id="unreplied"
        title="Discussions that nobody has replied to"
        filter={{ ...within, replied: false, kinds: ['DISCUSSION', 'LEARNING'] }}
        none="Everybody who said something has been answered."
      />
    </>
  );
}
