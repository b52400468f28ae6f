/** What an invitation's input must be. Pure. */
import { badInput } from '@hub/core/server';
import { plainEmail } from '@hub/plugins/identity/contract';

/** The address in the form in which it is kept. Throws BAD_USER_INPUT. */
export function invitedAddress(text: string): string {
  const email = plainEmail(text);
  if (!email) throw badInput('input.email', 'Enter an e-mail address, such as name@example.nhs.uk');
  return email;
}

/** A page of the hub, whatever was asked for: never an address elsewhere. */
export function landingPage(asked: string | null | undefined, otherwise: string): string {
  if (!asked) return otherwise;
  if (!/^\/(?:[^/\\\s][^\\\s]*)?$/.test(asked))
    throw badInput('input.landing', 'Choose a page of the hub, such as /sites');
  return asked;
}

/** Enough for its owner to know it by. */
export function maskedEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${local.slice(0, 1)}…@${domain}`;
}
