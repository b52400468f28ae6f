/** How a plugin says in notifications that were told already what has become of the matter. */
import type { EntityRef, Transaction } from '@hub/core/contract';

export interface Settled {
  /** The id of the row that they open. */
  readonly opens: string;
  /** Who settled it: what they did stands behind their name. Null where nobody did. */
  readonly actor: EntityRef | null;
  /** What they did, as `Addressee.because` would say it. */
  readonly because: string;
  readonly at: Date;
}

export abstract class ToldBefore {
  /** Everybody who was told of the row reads this instead; it opens the subject from now on, and is unread to nobody. */
  abstract settle(tx: Transaction, settled: Settled): Promise<void>;
}
