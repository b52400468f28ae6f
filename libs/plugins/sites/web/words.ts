/** What is known of sites and vanguards, in words. */
import type { ContextPresence, NetworkRole } from '@hub/graphql';

/** "168,000 registered patients": a figure never stands without whom it counts. */
export function populationWords({ value, basis }: { readonly value: number; readonly basis: string }): string {
  return `${value.toLocaleString('en-GB')} ${basis}`;
}

/** Whether something about a place is there. */
export function presenceWords(present: ContextPresence): string {
  switch (present) {
    case 'YES':
      return 'Yes';
    case 'PARTLY':
      return 'Partly';
    case 'MIXED':
      return 'Mixed';
    case 'NO':
      return 'No';
  }
}

/** "January 2016" of 2016-01; the text itself where it is no month. */
export function monthWords(month: string): string {
  const at = new Date(`${month}-01T12:00:00Z`);
  if (Number.isNaN(at.getTime())) return month;
  return at.toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** The first letter large, for words that come from data. */
export function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first letter small, unless it begins letters that stand for a name: "GP organisation" stays. */
export function inSentence(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;
}

/** What somebody of the network team is. */
export function networkRoleName(role: NetworkRole): string {
  switch (role) {
    case 'ADMINISTRATOR':
      return 'Administrator';
    case 'MODERATOR':
      return 'Moderator';
    case 'FACILITATOR':
      return 'Facilitator';
  }
}
