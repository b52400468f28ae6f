/** How members sign in, for administration: facts about accounts, and what to do for somebody who lost their phone. */
import type { EntityRef, Transaction } from '@hub/core/contract';

export interface SignInFactsOf {
  readonly member: EntityRef;
  /** Null for members of the demonstration, who have none. */
  readonly email: string | null;
  /** At an OpenID provider their organisation runs. */
  readonly hasProvider: boolean;
  readonly hasSecondFactor: boolean;
}

/** Whether somebody may ask or change is the caller's to decide, and to audit. */
export abstract class SignInFacts {
  /** One for each of the members, in any order. */
  abstract of(tx: Transaction, members: readonly EntityRef[]): Promise<SignInFactsOf[]>;

  /** Takes a second step away together with its recovery codes. Does nothing where there is none. */
  abstract removeSecondFactor(tx: Transaction, member: EntityRef): Promise<void>;
}
