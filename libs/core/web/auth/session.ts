/** Signing in and out by the /auth endpoints. Both end with a fresh load of the page, so that nothing of before is left in it. */
import { leave } from './signed-out';

export interface DemoMember {
  readonly slug: string;
  readonly name: string;
  readonly role: string | null;
  readonly site: string | null;
  readonly siteName: string | null;
}

let demoMembers: Promise<readonly DemoMember[] | null> | undefined;

/** The members one may sign in as, or null where demonstration sign-in is off. Asked once for each load of the page. */
export function loadDemoMembers(): Promise<readonly DemoMember[] | null> {
  demoMembers ??= isSwitchedOff() ? Promise.resolve(null) : askForDemoMembers().catch(() => null);
  return demoMembers;
}

/** The page itself says so, as the hub serves it. */
const isSwitchedOff = () => document.querySelector('meta[name="hub-demonstration"][content="off"]') !== null;

async function askForDemoMembers(): Promise<readonly DemoMember[] | null> {
  const answer = await fetch('/auth/demo', {
    headers: { accept: 'application/json' },
    signal: AbortSignal.timeout(5000),
  });
  const isList = answer.ok && answer.headers.get('content-type')?.includes('json');
  return isList ? ((await answer.json()) as DemoMember[]) : null;
}

/** Signs in as a member of the demonstration and goes to the address. Throws when the hub refuses. */
export async function signInAs(slug: string, back: string): Promise<void> {
  await post('/auth/demo', { member: slug });
  window.location.assign(back);
}

/** Ends the session, forgets what was written in every tab, and goes home. Throws when the hub cannot be reached. */
export async function signOut(): Promise<void> {
  await post('/auth/sign-out', {});
  leave('/');
}

async function post(address: string, body: object): Promise<void> {
  const answer = await fetch(address, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
}
