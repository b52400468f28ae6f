/** Files of interventions and of posts: a canary in the name, in the content, in what a picture shows, and in what the camera wrote into it. */
import { attachFile, type TestClient } from '@hub/testing';
import sharp from 'sharp';
import type { Audience } from './canaries';
import type { Furnishing } from './furnish';
import { refOf } from './viewers';

/** Attaches a text and a picture to it, for those who may see them there. */
export async function furnishFiles(furnishing: Furnishing, site: string, subject: string, audience: Audience) {
  const text = (field: string) => furnishing.word(`Attachment.${field}`, audience);
  const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#005eb8' } })
    .withExif({ IFD0: { Copyright: furnishing.word('Attachment.metadata', 'nobody') } })
    .png()
    .toBuffer();
  const files = [
    { name: `${text('name')}.txt`, type: 'text/plain', body: `Text ${text('content')}`, alternative: '' },
    { name: `${text('name')}.png`, type: 'image/png', body: picture, alternative: `A ward ${text('alternative')}` },
  ];
  for (const file of files) {
    const id = await attachFile(furnishing.writers[site]!, subject, file);
    furnishing.things.push({ id, type: 'Attachment', audience });
  }
}

interface PostFile {
  readonly name: string;
  readonly content: string;
  /** What it shows: then it is a picture. */
  readonly alternative?: string;
}

/** Sends files into the hand of somebody who is about to post, as the input of a post names them. */
export async function filesInHand(client: TestClient, member: string, files: readonly PostFile[]) {
  const sent: { attachment: string; alternative: string }[] = [];
  for (const { name, content, alternative } of files) {
    const file =
      alternative === undefined ? { name: `${name}.txt`, type: 'text/plain', body: content } : await pictureOf(name);
    sent.push({ attachment: await attachFile(client, refOf(member), file), alternative: alternative ?? '' });
  }
  return sent;
}

async function pictureOf(name: string) {
  const body = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#005eb8' } })
    .png()
    .toBuffer();
  return { name: `${name}.png`, type: 'image/png', body };
}
