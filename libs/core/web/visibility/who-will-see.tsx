/** Who will see what is about to be sent: asked of the hub, which says it of new things in the words that it uses of things that exist. */
import type { PlannedThingInput } from '@hub/graphql';
import { WhoSees } from '@hub/ui';
import { usePageQuery } from '../apollo/page-query';
import { PartBoundary } from '../slots/part-boundary';
import { WhoWouldSeeDocument } from './who-will-see.generated';

interface WhoWillSeeProps {
  /** Its visibility, its site, and what it will be within. */
  readonly thing: PlannedThingInput;
  /** "Who will see this" unless given. */
  readonly label?: string;
}

/** One line. It waits and fails alone: a form never depends on it. Nothing where the viewer cannot see what the thing is within. */
export function WhoWillSee({ thing, label = 'Who will see this' }: WhoWillSeeProps) {
  return (
    <PartBoundary what="who will see this">
      <Line thing={thing} label={label} />
    </PartBoundary>
  );
}

function Line({ thing, label }: Required<WhoWillSeeProps>) {
  const who = useWhoWouldSee(thing);
  return who && <WhoSees label={label} who={who} />;
}

/** The hub's words for who would see such a thing; suspends. Null when the viewer cannot see what it would be within. */
export function useWhoWouldSee(thing: PlannedThingInput): string | null {
  return usePageQuery(WhoWouldSeeDocument, { thing }).data.whoWouldSee;
}
