/** Who else may sign in by a code, although the domain of their address is not on the list: whoever was invited, for example. */
import { extensionPoint, type Transaction } from '@hub/core/contract';

export interface Admissions {
  /** Whether somebody with this address (in small letters) may sign in. Asked for known and unknown addresses alike. */
  admits(tx: Transaction, email: string): Promise<boolean>;
}

export const admissions = extensionPoint<Admissions>('identity', 'admissions');
