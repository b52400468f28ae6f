/** What waits to be done, since when, and what was set aside for a person. */
import { counted, SummaryList, timeAgo } from '@hub/ui';
import type { AdministrationOperatingQuery } from './operating.generated';
import { isLate, waitingWords } from './operating-words';

interface WaitingProps {
  readonly state: NonNullable<AdministrationOperatingQuery['hubState']>;
}

export function Waiting({ state }: WaitingProps) {
  const { at, waitingDeliveries, oldestDeliveryAt, parkedDeliveries, waitingLetters, oldestLetterAt, failedLetters } =
    state;
  return (
    <section aria-labelledby="waiting">
      <h2 id="waiting">What waits</h2>
      {isLate(oldestDeliveryAt, at) && (
        <div className="nhsuk-inset-text">
          <p>
            Notices and entries in the search are late. See below whether a process is there that does the work, and
            look at its log.
          </p>
        </div>
      )}
      <SummaryList
        facts={[
          {
            name: 'Notices, entries in the search and the like',
            value: withAge(waitingWords(waitingDeliveries, 'consequence'), oldestDeliveryAt, at),
          },
          {
            name: 'What failed',
            value: parkedDeliveries === 0 ? 'Nothing' : counted(parkedDeliveries, 'failure'),
            ...(parkedDeliveries > 0 && { change: { to: '/administration/deliveries', words: 'Look at' } }),
          },
          { name: 'Letters', value: withAge(waitingWords(waitingLetters, 'letter'), oldestLetterAt, at) },
          {
            name: 'Letters given up',
            value: failedLetters === 0 ? 'Nothing' : counted(failedLetters, 'letter'),
            ...(failedLetters > 0 && { change: { to: '/administration/mail', words: 'Look at' } }),
          },
        ]}
      />
    </section>
  );
}

function withAge(words: string, oldestAt: string | null, now: string): string {
  return oldestAt === null ? words : `${words}, the oldest from ${timeAgo(oldestAt, new Date(now))}`;
}
