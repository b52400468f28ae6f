/** A small world in the demonstration hub where every mutation has something to work on, and what it takes to be accepted: of each plugin in `world/`. */
import type { TestClient, TestHub } from '@hub/testing';
import { adaptationsBy, adaptationsInputs, askedOf, type AdaptationsWorld } from './world/adaptations';
import { communitiesInputs, communityOf, type CommunitiesWorld } from './world/communities';
import { evaluationInputs, evaluationOf, type EvaluationWorld } from './world/evaluation';
import { attachPicture, filesInputs, inHandOf, type FilesWorld } from './world/files';
import { draftBy, interventionsInputs, publishedSeenBy, type InterventionsWorld } from './world/interventions';
import { peopleOnTheirWayIn, type MembershipWorld } from './world/membership';
import { moderationInputs, reported, type ModerationWorld } from './world/moderation';
import { saveSearch, searchInputs, type SearchWorld } from './world/search';
import {
  followMcp,
  markRead,
  newestNotificationOf,
  subscriptionsInputs,
  type SubscriptionsWorld,
} from './world/subscriptions';
import { markAllRead, questionWithReply, threadsInputs, type ThreadsWorld } from './world/threads';

export interface World
  extends
    InterventionsWorld,
    FilesWorld,
    EvaluationWorld,
    AdaptationsWorld,
    ThreadsWorld,
    SearchWorld,
    SubscriptionsWorld,
    MembershipWorld,
    CommunitiesWorld,
    ModerationWorld {
  readonly anjali: TestClient;
  /** The administrator. */
  readonly marisol: TestClient;
}

/** Anjali of Northvale with a draft, a record, a question with a reply, and somebody else's record beside it. */
export async function furnish(hub: TestHub): Promise<World> {
  const [anjali, callum] = await Promise.all([hub.as('anjali-thornapple'), hub.as('callum-pennyroyal')]);
  const draft = await draftBy(anjali);
  const source = await publishedSeenBy(anjali);
  const adaptations = await adaptationsBy(anjali, callum);
  const discussion = await questionWithReply(anjali, callum);
  await hub.drain();
  const evaluation = await evaluationOf(anjali, draft);
  const notification = await newestNotificationOf(anjali);
  return {
    ...{ anjali, marisol: await hub.as('marisol-greywether') },
    ...(await reported(anjali, await hub.as('gwen-stillwater'))),
    ...{ draft, ...source, ...adaptations, ...discussion, evaluation, notification },
    attachment: await attachPicture(anjali, draft),
    inHand: [await inHandOf(anjali), await inHandOf(anjali), await inHandOf(anjali)],
    checkIn: await askedOf(hub, adaptations.adaptation),
    follow: await followMcp(anjali),
    undo: await markAllRead(anjali),
    readAt: await markRead(anjali, notification),
    savedSearch: await saveSearch(anjali),
    ...(await peopleOnTheirWayIn(anjali)),
    ...(await communityOf(anjali, callum)),
  };
}

/** For each mutation, input that is fine but for the one thing that a case changes. */
export function inputsOf(world: World): Readonly<Record<string, Record<string, unknown>>> {
  return {
    ...interventionsInputs(world),
    ...filesInputs(world),
    ...evaluationInputs(world),
    setSiteIndexable: { site: 'northvale', indexable: false },
    ...adaptationsInputs(world),
    ...threadsInputs(world),
    ...searchInputs(world),
    ...communitiesInputs(world),
    ...subscriptionsInputs(world),
    ...moderationInputs(world),
  };
}
