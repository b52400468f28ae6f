/** Who acts, when, in which open transaction: what one plugin hands to another's service. The action that core hands to a mutation fits. */
import type { EntityRef } from './entity-ref';
import type { Transaction } from './transaction';
import type { Viewer } from './viewer';

export interface Acting {
  readonly actor: Viewer & { readonly ref: EntityRef };
  readonly at: Date;
  readonly tx: Transaction;
}
