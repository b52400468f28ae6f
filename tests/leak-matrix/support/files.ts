/** Files: planted with words in their bytes, and asked for whole, in part, and for their headers alone. */
import type { TestClient } from '@hub/testing';
import sharp from 'sharp';
import type { Furnishing, Thing } from './furnish';
import { oneOfEach } from './knowledge';
import { open } from './open';
import type { Received } from './replay';
import { refOf } from './viewers';

const ways = [
  { method: 'GET' },
  { method: 'HEAD' },
  { method: 'GET', headers: { range: 'bytes=0-99' } },
  { method: 'GET', headers: { range: 'bytes=-40' } },
] as const;

/** A photo of these members, with a word behind the picture that no reader of pictures minds. */
export async function furnishPhotos({ hub, word }: Furnishing, members: readonly string[]): Promise<void> {
  const picture = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#005eb8' } })
    .png()
    .toBuffer();
  for (const member of members) {
    const { cookie, address } = await hub.as(member);
    const { status } = await fetch(`${address}/members/photo`, {
      method: 'POST',
      headers: { 'content-type': 'image/png', origin: address, cookie: cookie ?? '' },
      body: new Uint8Array(picture),
    });
    if (status !== 204) throw new Error(`The photo of ${member} was answered with ${status}.`);
    await hub.sql('UPDATE sites.member_photo SET image = image || $2::bytea WHERE member_ref = $1', [
      ...[refOf(member), Buffer.from(word('Member.photo', 'the network'))],
    ]);
  }
}

/** Every file of every thing, and one that is not there; the first of each audience in every way that it can be asked for. */
export async function openFiles(client: TestClient, things: readonly Thing[]): Promise<Received[]> {
  const members = things.filter(({ type }) => type === 'Member').map(({ id }) => id.split('/')[1]);
  const attachments = things.filter(({ type }) => type === 'Attachment');
  const first = oneOfEach(attachments);
  const addresses = [
    ...[...members, 'nobody-of-that-name'].map((name) => `/members/${name}/photo`),
    ...[...first.map(({ id }) => id), nothing].map((id) => `/files/${rowOf(id)}/file`),
  ];
  const received: Received[] = [];
  for (const address of addresses) for (const way of ways) received.push(await open(client, address, way));
  for (const { id } of attachments.filter((thing) => !first.includes(thing)))
    received.push(await open(client, `/files/${rowOf(id)}/file`));
  return received;
}

const nothing = 'attachment:00000000-0000-4000-8000-000000000000';
const rowOf = (id: string) => id.slice(id.indexOf(':') + 1);
