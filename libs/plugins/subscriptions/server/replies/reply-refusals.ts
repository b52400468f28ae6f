/** Why a reply was not posted, in words for whoever sent it, and the letter that says so. */
import type { Letter } from '@hub/core/server';

export const refusals = {
  UNREADABLE: 'The hub could not read it.',
  UNKNOWN_ADDRESS: 'The address that it was sent to is none that the hub gave out, or a part of it is missing.',
  EXPIRED: 'The mail that you answered is too old. Its address worked for 30 days.',
  NOT_THEIRS:
    'It did not come from the address that the mail was sent to. Send it from the address that you sign in with.',
  EMPTY: 'There was nothing in it but what it quotes, or a signature.',
  TOO_LONG: 'It is longer than a post can be.',
  PATIENT_DETAILS:
    'It holds what looks like a detail of a patient, such as an NHS number, a date of birth or a postcode.',
  NOT_TAKEN:
    'Replies by mail are not taken there: you may no longer see or answer it, it was closed, or you wrote there without your name.',
} as const;

export type Refusal = keyof typeof refusals;

/** What the sender is told. `href` is where they can reply instead. */
export function refusalLetter(why: string, href: string): Letter {
  return {
    subject: 'Your reply was not posted',
    paragraphs: [why, 'Nothing of it was kept in the hub. What you wrote is in the mail that you sent.'],
    action: { label: 'Reply in the hub', href },
    footer: ['You get this mail because the hub received one from your address.'],
  };
}
