/** "Following: new discussions only. Change", on everything that can be followed. Following is a page, not a menu. */
import { usePageQuery, type EntityPartProps } from '@hub/core/web';
import { followLevels, Hidden } from '@hub/ui';
import { Link } from 'react-router';
import { FollowTargetDocument } from './subscriptions.generated';
import { followAddress } from './follow-address';

export default function FollowAction({ reference }: EntityPartProps) {
  const { data } = usePageQuery(FollowTargetDocument, { id: reference });
  const level = data.node && 'viewerFollow' in data.node ? data.node.viewerFollow : null;
  if (!level) return null;
  if (level === 'NONE') return <Link to={followAddress(reference)}>Follow this</Link>;
  return (
    <span>
      Following: {followLevels[level].toLowerCase()}.{' '}
      <Link to={followAddress(reference)}>
        Change<Hidden> how you follow this</Hidden>
      </Link>
    </span>
  );
}
