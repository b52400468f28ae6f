/** How it went somewhere: what they changed, or why it ended. */
import type { TriedHowFragment } from './likeness.generated';
import { counted } from '@hub/ui';

export function TriedHow({ adaptation }: { readonly adaptation: TriedHowFragment }) {
  const words = isEnded(adaptation) ? endingWords(adaptation) : changeWords(adaptation);
  return <p className="hub-plain-text nhsuk-u-margin-bottom-1">{words}</p>;
}

export const isEnded = ({ stage }: Pick<TriedHowFragment, 'stage'>) => stage === 'STOPPED' || stage === 'DECLINED';

function endingWords({ stage, history }: TriedHowFragment): string {
  return (
    history.findLast((step) => step.stage === stage && step.learned)?.learned ??
    'They did not write down why. Ask them.'
  );
}

function changeWords({ modifications }: TriedHowFragment): string {
  const [first, ...others] = modifications;
  if (!first) return 'They have recorded no changes.';
  return others.length > 0
    ? `They changed: ${first.what} (and ${counted(others.length, 'other change')})`
    : `They changed: ${first.what}`;
}
