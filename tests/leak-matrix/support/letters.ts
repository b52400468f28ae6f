/** Every letter that was written to a viewer: what the script of the viewer and the acts of others bring into their post. */
import type { TestClient, TestHub } from '@hub/testing';
import { open } from './open';
import type { Received } from './replay';
import { refOf, type ViewerKind } from './viewers';

interface Written {
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: object;
}

/** Asks for a code at an address of the viewer's, so that a letter leaves in every world. */
export async function askForLetter(hub: TestHub, viewer: ViewerKind, client: TestClient): Promise<Received[]> {
  if (!viewer.member) return [];
  const [row] = await hub.sql<{ email: string }>('SELECT email FROM identity.address WHERE member_ref = $1', [
    refOf(viewer.member),
  ]);
  if (!row) throw new Error(`${viewer.member} has no address.`);
  const answer = await open(client, '/auth/code', { method: 'POST', body: { email: row.email } });
  await hub.drain();
  return [answer];
}

/** The letters to a viewer, oldest first, with the whole of what the mail program would show and keep. */
export async function lettersTo(hub: TestHub, viewer: ViewerKind): Promise<Received[]> {
  if (!viewer.member) return [];
  await hub.sql('DELETE FROM core.mail WHERE writer IS NOT NULL AND member_ref <> $1', [refOf(viewer.member)]);
  // Their script marked everything read, and what was read is not mailed.
  await hub.sql('UPDATE subscriptions.notification SET read_at = NULL WHERE member_ref = $1', [refOf(viewer.member)]);
  while (await hub.hub.mailSender.handleNext());
  const letters = await hub.sql<Written>(
    `SELECT recipient, subject, text, html, headers FROM core.mail
     WHERE member_ref = $1 OR recipient IN (SELECT email FROM identity.address WHERE member_ref = $1)
     ORDER BY created_at, id`,
    [refOf(viewer.member)],
  );
  return letters.map((letter, at) => ({
    ...{ path: `letter ${at + 1}`, query: '', variables: undefined, status: 0, headers: '' },
    body: withoutSecrets(JSON.stringify(letter)),
  }));
}

/** Codes, secrets of links and the ids of letters are new in every world. */
function withoutSecrets(letter: string): string {
  return letter
    .replaceAll(/\d{4} \d{4}/g, '<code>')
    .replaceAll(/[\w-]{43,}/g, '<secret>')
    .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '<id>');
}
