/** "Report this", at the foot of a post of somebody else. */
import { Link } from 'react-router';
import type { EntityPartProps } from '@hub/core/web';
import { reportAddress } from './addresses';

export function ReportAction({ reference }: EntityPartProps) {
  return (
    <Link to={reportAddress(reference)} rel="nofollow">
      Report this
    </Link>
  );
}
