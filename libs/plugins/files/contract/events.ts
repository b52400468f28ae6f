/** What happens to files. */
import { domainEvent } from '@hub/core/contract';

/** Raised when a file waits for the scanner. The subject is what it is attached to. */
export const attachmentQuarantined = domainEvent<{ readonly attachment: string }>()('attachment.quarantined');
