/** What a plugin keeps of a person: for their export, and for the day they ask to be erased. */
import { extensionPoint, type Acting, type EntityRef, type Transaction } from '@hub/core/contract';

export interface PersonalData {
  /** The name of the section in the export, such as `discussions`. */
  readonly name: string;

  /** Everything kept of the member, as plain values for JSON. */
  export(tx: Transaction, member: EntityRef): Promise<unknown>;

  /** Deletes what is only theirs. What they wrote for others stays, under "Former member": the profile is emptied by its owner. */
  erase?(acting: Acting, member: EntityRef): Promise<void>;
}

export const personalData = extensionPoint<PersonalData>('identity', 'personal-data');
