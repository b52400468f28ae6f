/** What happens to adaptations. Subject is always the adaptation. */
import { domainEvent, type EntityRef } from '@hub/core/contract';
import type { AdaptationStage } from './stages';

/** A site began to look at another's published version. Only that site can see it yet. */
export const adaptationStarted = domainEvent<{ source: EntityRef; site: EntityRef; version: string }>()(
  'adaptation.started',
);

/**
 * It went to another stage, or was opened where it is (from and to are the same). `shared` is true on the one event that opened it
 * to the network; `kept` where somebody left that to those who publish.
 */
export const adaptationMoved = domainEvent<{
  from: AdaptationStage;
  to: AdaptationStage;
  shared: boolean;
  kept: boolean;
}>()('adaptation.moved');

/** It was stopped or decided against where the network may know: raised beside `adaptation.moved`. `shared` as there. */
export const adaptationEnded = domainEvent<{ to: AdaptationStage; shared: boolean }>()('adaptation.ended');

/** Its result became a published intervention of the site, or the next version of one. `first` is true once. */
export const adaptationPublished = domainEvent<{ source: EntityRef; result: EntityRef; first: boolean }>()(
  'adaptation.published',
);

/** Changes that leave out something core can now be seen by the originator: told once for each change. */
export const adaptationLeftOutCore = domainEvent<{ source: EntityRef }>()('adaptation.left-out-core');
