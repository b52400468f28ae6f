/** What happens to interventions. */
import { domainEvent } from '@hub/core/contract';

export type PublishedFacts = {
  readonly number: number;
  /** The version's Node id. */
  readonly versionId: string;
};

/** Raised when a version was published, the first or a later one. The subject is the intervention. */
export const interventionPublished = domainEvent<PublishedFacts>()('intervention.published');
