/** Signing in as people do who are no members of the demonstration: by a code from a letter, and an app for the second step. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestHub, TestLetter } from '@hub/testing';
import { Secret, TOTP } from 'otpauth';
import type { Person } from './person';
import type { World } from './world';

/** Goes from the sign-in page to the page for the code. */
export async function asksForCode(person: Person, email: string): Promise<void> {
  await person.fills('Your work e-mail address', email);
  await person.follows(person.button('Send me a code'));
}

/** Signs in at the sign-in page where the person is, and leaves them where that leads. */
export async function signsInByCode({ hub }: World, person: Person, email: string): Promise<void> {
  const before = await hub.letters(email);
  await asksForCode(person, email);
  await person.fills('Code', codeIn(await nextLetter(hub, email, before.length)));
  await person.button(/^Sign in$/).click();
  await person.page.waitForURL((url) => !url.search.includes('step=code'), { waitUntil: 'load' });
  await person.checks();
}

/** The first letter to an address after so many; fails when none comes. */
export async function nextLetter(hub: TestHub, email: string, after: number): Promise<TestLetter> {
  for (let tries = 0; tries < 100; tries++) {
    const letter = (await hub.letters(email))[after];
    if (letter) return letter;
    await sleep(100);
  }
  throw new Error(`No letter came for ${email}`);
}

/** The code in a letter, as it is written there. */
export function codeIn({ text }: TestLetter): string {
  return /\b\d{4} \d{4}\b/.exec(text)?.[0] ?? '';
}

/** What an authenticator app shows for a key, now or some steps of 30 seconds later: no code counts twice. */
export function appCode(key: string, stepsLater = 0): string {
  const secret = Secret.fromBase32(key.replaceAll(' ', ''));
  return new TOTP({ secret }).generate({ timestamp: Date.now() + stepsLater * 30_000 });
}
