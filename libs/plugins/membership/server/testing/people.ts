/** People of tests: members of the demonstration with an address, and newcomers who sign in by a code from a letter. */
import { TestClient, type TestHub } from '@hub/testing';

/** Lets a member be written to, and sign in by a code. */
export async function giveAddress(hub: TestHub, slug: string, email: string): Promise<void> {
  await hub.sql('INSERT INTO identity.address (member_ref, email, since) VALUES ($1, $2, now())', [
    `member:network/${slug}`,
    email,
  ]);
}

/** Asks for a code, reads it in the letter and signs in with it. Null when no letter came. */
export async function signInByCode(hub: TestHub, email: string): Promise<TestClient | null> {
  const before = (await hub.letters(email)).length;
  await hub.anonymous.post('/auth/code', { email });
  await hub.drain();
  const letter = (await hub.letters(email))[before];
  const code = /^(\d{4}) (\d{4})$/m
    .exec(letter?.text ?? '')
    ?.slice(1)
    .join('');
  if (!code) return null;
  const answer = await hub.anonymous.post('/auth/code/verify', { email, code });
  return new TestClient(hub.address, answer.headers.getSetCookie().at(-1)?.split(';')[0] ?? null);
}

/** The token in the latest letter of an invitation to an address. */
export async function tokenTo(hub: TestHub, email: string): Promise<string> {
  const letters = (await hub.letters(email)).filter(({ subject }) => subject.includes('invites you'));
  const token = /\/invitation\?token=([A-Za-z0-9_-]+)/.exec(letters.at(-1)?.text ?? '')?.[1];
  if (!token) throw new Error(`No invitation was sent to ${email}.`);
  return token;
}

/** The actions in the audit log whose facts hold these. */
export async function audited(hub: TestHub, facts: Record<string, unknown>): Promise<string[]> {
  const rows = await hub.sql<{ action: string }>(
    'SELECT action FROM core.audit_entry WHERE facts @> $1::jsonb ORDER BY number',
    [JSON.stringify(facts)],
  );
  return rows.map(({ action }) => action);
}
