/** On the pages of an adaptation, to its team: that the hub asked whether it still goes on. */
import { Link } from 'react-router';
import { pathOfCheckIn } from '@hub/plugins/adaptations/contract';
import { InsetText, Time } from '@hub/ui';
import type { ShownAdaptation } from '../record/record';

/** Nothing where nobody was asked, and once it is answered or something was said. */
export function Asked({ adaptation }: { readonly adaptation: ShownAdaptation }) {
  const open = adaptation.checkIns.find(({ isOpen }) => isOpen);
  if (!open || !adaptation.viewerCanEdit) return null;
  return (
    <InsetText>
      <p>
        Nothing was recorded here since <Time at={open.quietSince} />.
      </p>
      <p className="hub-no-print">
        <Link to={pathOfCheckIn(open.id)}>Still going, stopped, or busy? Answer for your team</Link>
      </p>
    </InsetText>
  );
}
