/** "Following: new discussions only. Change", on everything that can be followed. Following is a page, not a menu. */
import { usePageQuery, useViewer, type EntityPartProps } from '@hub/core/web';
import { Hidden } from '@hub/ui';
import { Link } from 'react-router';
import { wordsOfRule } from './follow-words';
import { followedThing } from './followed-thing';
import { FollowTargetDocument } from './subscriptions.generated';
import { followAddress } from './follow-address';

export default function FollowAction({ reference }: EntityPartProps) {
  const viewer = useViewer();
  const { data } = usePageQuery(FollowTargetDocument, { id: reference });
  const thing = followedThing(data.node);
  // Nobody hears of what they did themselves.
  if (!thing || viewer?.id === reference) return null;
  if (thing.level === 'NONE') return <Link to={followAddress(reference)}>Follow this</Link>;
  const words = wordsOfRule(thing);
  return (
    <span>
      Following: {words.charAt(0).toLowerCase() + words.slice(1)}.{' '}
      <Link to={followAddress(reference)}>
        Change<Hidden> how you follow this</Hidden>
      </Link>
    </span>
  );
}
