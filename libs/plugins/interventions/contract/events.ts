/** What happens to interventions. */
import { domainEvent } from '@hub/core/contract';

export type PublishedFacts = {
  readonly number: number;
  /** The version's Node id. */
  readonly versionId: string;
};

type NoFacts = Readonly<Record<string, never>>;

/** Raised when a published one was withdrawn. The subject is the intervention, here as below. */
export const interventionWithdrawn = domainEvent<NoFacts>()('intervention.withdrawn');

/** Raised when a withdrawn one was brought back as it was. */
export const interventionReinstated = domainEvent<NoFacts>()('intervention.reinstated');

/** Raised when the day of its review has come, and once `again` when nothing came of it for 30 days. */
export const interventionReviewDue = domainEvent<{ readonly reviewOn: string; readonly again: boolean }>()(
  'intervention.review-due',
);

/** Raised when a version was published, the first or a later one. The subject is the intervention. */
export const interventionPublished = domainEvent<PublishedFacts>()('intervention.published');
