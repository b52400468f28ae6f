/** What happens to evaluations. Subject is always the evaluation. */
import { domainEvent } from '@hub/core/contract';

/** Others can read it from now on. `first` is false when it had been withdrawn in between. */
export const evaluationPublished = domainEvent<{ readonly first: boolean }>()('evaluation.published');

/** A published one was changed, with a note of what was put right. */
export const evaluationCorrected = domainEvent<Record<string, never>>()('evaluation.corrected');

/** Its site no longer stands by it. The page stays, with the reason on top. */
export const evaluationWithdrawn = domainEvent<Record<string, never>>()('evaluation.withdrawn');
