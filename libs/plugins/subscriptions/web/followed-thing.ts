/** What is asked of a thing that can be followed, as one value. */
import type { FollowLevel, NewsTopic } from '@hub/graphql';
import type { FollowTargetQuery } from './subscriptions.generated';

export interface FollowedThing {
  readonly level: FollowLevel;
  readonly byDefault: boolean;
  readonly leaveOut: readonly NewsTopic[];
  readonly wholeFamily: boolean;
  /** Whether it has a family, which can be followed whole. */
  readonly hasFamily: boolean;
  /** Whether news of several kinds comes of it. */
  readonly hasTopics: boolean;
}

const ofManyKinds = ['ModelType', 'Site', 'Community', 'Member', 'Intervention', 'Tag'];

/** Null for what cannot be followed, or cannot be seen. */
export function followedThing(node: FollowTargetQuery['node']): FollowedThing | null {
  if (!node || !('viewerFollow' in node)) return null;
  return {
    level: node.viewerFollow,
    byDefault: node.viewerFollowsByDefault,
    leaveOut: node.viewerLeavesOut,
    wholeFamily: node.viewerFollowsFamily === true,
    hasFamily: node.viewerFollowsFamily !== null,
    hasTopics: ofManyKinds.includes(node.__typename),
  };
}
