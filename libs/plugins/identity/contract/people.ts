/** The addresses that people proved to be theirs. For code that writes to people; nothing of it is shown to others. */
import type { EntityRef, Transaction } from '@hub/core/contract';

export abstract class People {
  /** The member who signs in by this address, in any case of letters; null when nobody does. */
  abstract memberWithEmail(tx: Transaction, email: string): Promise<EntityRef | null>;

  /** A member's address; null for those who have none, such as the members of the demonstration. */
  abstract emailOf(tx: Transaction, member: EntityRef): Promise<string | null>;

  /** The same of many: those without an address are not in it. */
  abstract emailsOf(tx: Transaction, members: readonly EntityRef[]): Promise<ReadonlyMap<EntityRef, string>>;
}

/** The form in which addresses are kept and compared: small letters, no space around. Null when the text is no address. */
export function plainEmail(text: string): string | null {
  const email = text.trim().toLowerCase();
  if (email.length > longestEmail || !emailPattern.test(email)) return null;
  const [local = '', domain = ''] = email.split('@');
  return local.length <= 64 && !/^\.|\.\.|\.$/.test(local) && domain.split('.').every(isLabel) ? email : null;
}

const longestEmail = 254;
/** Plain ASCII on both sides: an address that only looks like another is none. */
const emailPattern = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

function isLabel(label: string): boolean {
  return label.length <= 63 && !label.startsWith('-') && !label.endsWith('-');
}
