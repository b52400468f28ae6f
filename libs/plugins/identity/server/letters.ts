/** The letters that identity writes. Short, and each says what to do if it was not asked for. */
import type { Letter } from '@hub/core/server';

const codeMinutes = 10;
const linkHours = 24;

/** How long a code and a link hold. */
export const codeLastsMs = codeMinutes * 60_000;
export const linkLastsMs = linkHours * 60 * 60_000;

/** The code to sign in with. */
export function codeLetter(code: string): Letter {
  return {
    subject: 'Your code for the vanguard hub',
    paragraphs: [
      'Type this code on the page where you asked for it.',
      `It works once, within ${codeMinutes} minutes. Tell it to nobody: the hub never asks for it by phone or mail.`,
    ],
    code: `${code.slice(0, 4)} ${code.slice(4)}`,
    footer: ['If you did not ask for it, somebody may have mistyped an address. You need do nothing.'],
  };
}

/** To the address that a member signs in by now. */
export function oldAddressLetter(href: string): Letter {
  return {
    subject: 'Confirm that you want to sign in by another address',
    paragraphs: [
      'Somebody signed in as you asked that you sign in to the vanguard hub by another address from now on.',
      'If that was you, confirm it here. It takes effect when the link sent to the other address was opened as well.',
    ],
    action: { label: 'Confirm from this address', href },
    footer: [
      `The link holds for ${linkHours} hours. If it was not you, do not open it: end your other sessions on your account page.`,
    ],
  };
}

/** To the address that a member wants to sign in by. */
export function newAddressLetter(href: string): Letter {
  return {
    subject: 'Confirm your new address for the vanguard hub',
    paragraphs: ['Somebody wants to sign in to the vanguard hub by this address. If that is you, confirm it here.'],
    action: { label: 'Confirm this address', href },
    footer: [`The link holds for ${linkHours} hours. If you know nothing of it, you need do nothing.`],
  };
}

/** To a member whose recovery codes were renewed. */
export function recoveryCodesLetter(href: string): Letter {
  return {
    subject: 'You have new recovery codes for the vanguard hub',
    paragraphs: [
      'Somebody signed in as you made new recovery codes for your second step. The ones before do not work any more.',
      'If that was you, you need do nothing.',
    ],
    action: { label: 'Look where you are signed in', href },
    footer: ['If it was not you, end your other sessions there and tell an administrator of the hub.'],
  };
}
