/** Files in posts: with whom they are seen, that they go with the post, and that nothing of them tells who wrote without a name. */
import { keyOfRole, takesPartKey } from '@hub/core/contract';
import { Database } from '@hub/core/server';
import { attachFile, createTestHub, sendFile, type SentFile, type TestClient, type TestHub } from '@hub/testing';
import { FilesPersonalData } from './files.personal-data';
import { FilesHousekeeping } from './housekeeping';
import { draftOf } from './testing/interventions';
import { jpeg, pdf, png } from './testing/samples';
import { have } from './testing/sending';

const files = 'attachments { id name alternative isImage address addedBy { id } }';
const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id ${files} } } } } } }`;
const reply = `mutation ($input: ReplyInput!) { reply(input: $input) { post { id position ${files} } } }`;
const edit = `mutation ($input: EditPostInput!) { editPost(input: $input) { post { id revision editedAt ${files} } } }`;
const remove = 'mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id } } }';
const ofPost = `query ($id: ID!) { node(id: $id) { ... on Post { ${files} } } }`;
const node = 'query ($id: ID!) { node(id: $id) { id } }';

const leaflet: SentFile = { name: 'leaflet.pdf', type: 'application/pdf', body: pdf };
const anjaliRef = 'member:network/anjali-thornapple';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let thread: string;

beforeAll(async () => {
  hub = await createTestHub({ env: { HUB_FILES_MB_OF_PERSON: '1' } });
  [anjali, callum] = [await hub.as('anjali-thornapple'), await hub.as('callum-pennyroyal')];
  thread = await startBy(anjali);
});
afterAll(() => hub?.close());

async function startBy(client: TestClient, over: object = {}): Promise<string> {
  const input = { title: 'What the room looks like', body: 'Ours is small', modelTypes: ['MCP'], ...over };
  return (await client.ok(start, { input })).startThread.thread.id;
}

/** Sends a file into one's own hand. */
const inHand = (file: SentFile, client = anjali, ref = anjaliRef) => attachFile(client, ref, file);
const picture = async (name = 'room.png') => inHand({ name, type: 'image/png', body: await png() });
const attached = (attachment: string, alternative = 'A small room') => [{ attachment, alternative }];
const postWith = async (attachments: object[], over: object = {}, client = anjali) =>
  (await client.ok(reply, { input: { thread, body: 'See', attachments, ...over } })).reply.post;
const refusal = async (client: TestClient, question: string, input: object) => {
  const { errors } = await client.run(question, { input });
  return { code: errors?.[0]?.extensions?.code, fields: errors?.[0]?.extensions?.fields };
};

describe('a file in a post', () => {
  it('is had by everyone who may see the post, and by nobody signed out (Z2)', async () => {
    const post = await postWith(attached(await picture()));
    const [file] = post.attachments;

    expect((await callum.ok(ofPost, { id: post.id })).node.attachments).toEqual([
      { ...file, name: 'room.png', alternative: 'A small room', isImage: true, addedBy: null },
    ]);
    expect((await have(callum, file.address)).status).toBe(200);
    expect((await have(hub.anonymous, file.address)).status).toBe(404);
  });

  it('opens a discussion with it', async () => {
    const input = {
      title: 'A leaflet',
      body: 'Here',
      modelTypes: ['MCP'],
      attachments: attached(await inHand(leaflet), ''),
    };

    const { posts } = (await anjali.ok(start, { input })).startThread.thread;

    expect(posts.edges[0].node.attachments).toMatchObject([{ name: 'leaflet.pdf', alternative: '' }]);
  });

  it('is seen where its post is now, wherever that was moved, and by nobody else (Z2)', async () => {
    const about = await draftOf(anjali, 'Not for Callum');
    const hidden = await startBy(anjali, { title: 'Among us', about });
    const post = await postWith(attached(await picture()), { thread: hidden });
    const [{ id, address }] = post.attachments;
    const seenByCallum = async () => [
      (await have(callum, address)).status,
      (await callum.ok(node, { id })).node,
      (await callum.ok(ofPost, { id: post.id })).node,
    ];
    expect(await seenByCallum()).toEqual([404, null, null]);
    expect((await have(anjali, address)).status).toBe(200);

    await hub.sql(`UPDATE threads.post SET thread_ref = $1, position = 900 WHERE id = $2`, [thread, post.id.slice(5)]);
    expect((await have(callum, address)).status).toBe(200);

    await hub.sql(`UPDATE threads.post SET thread_ref = $1, position = 900 WHERE id = $2`, [hidden, post.id.slice(5)]);
    expect(await seenByCallum()).toEqual([404, null, null]);
  });

  it('goes with the post at once, for its writer too, and its bytes a day later', async () => {
    const post = await postWith(attached(await picture()));
    const [{ id, address }] = post.attachments;
    await anjali.ok(remove, { input: { post: post.id } });

    expect((await have(anjali, address)).status).toBe(404);
    expect((await anjali.ok(ofPost, { id: post.id })).node.attachments).toEqual([]);
    expect((await anjali.ok(node, { id })).node).toBeNull();

    await tidy();
    expect(await rowsOf(id)).toBe(1);
    await hub.sql(`UPDATE threads.post SET removed_at = now() - interval '25 hours' WHERE id = $1`, [post.id.slice(5)]);
    await tidy();
    expect(await rowsOf(id)).toBe(0);
  });

  it('of a post that waits for a moderator is had by its writer and by moderators, and by nobody else (Z2)', async () => {
    const [moderator, post] = [await hub.as('marisol-greywether'), await postWith(attached(await picture()))];
    const [{ address }] = post.attachments;
    await hub.sql('UPDATE core.account SET keys = array_append(keys, $1) WHERE ref = $2', [
      keyOfRole('moderator'),
      'member:network/marisol-greywether',
    ]);
    await hub.sql('UPDATE threads.post SET hidden_at = now() WHERE id = $1', [post.id.slice(5)]);
    const seenBy = async (client: TestClient) => (await have(client, address)).status;

    expect([await seenBy(anjali), await seenBy(moderator), await seenBy(callum)]).toEqual([200, 200, 404]);
    expect((await callum.ok(ofPost, { id: post.id })).node.attachments).toEqual([]);
  });

  it('is posted once, however often the same post is sent', async () => {
    const attachments = attached(await picture());
    const again = { clientMutationId: 'the very same' };

    const posts = [await postWith(attachments, again), await postWith(attachments, again)];

    expect(posts[1]).toEqual(posts[0]);
    expect(posts[0].attachments).toHaveLength(1);
  });
});

describe('a file that is sent before its post is there', () => {
  it('is its sender’s alone: nobody else has it, names it or posts it (Z2)', async () => {
    const id = await picture();
    const address = `/files/${id.slice(11)}/room.png`;

    expect((await have(anjali, address)).status).toBe(200);
    expect((await have(callum, address)).status).toBe(404);
    expect((await callum.ok(node, { id })).node).toBeNull();
    const taken = await refusal(callum, reply, { thread, body: 'Mine', attachments: attached(id) });
    const neverWas = await refusal(callum, reply, {
      ...{ thread, body: 'Mine' },
      attachments: attached('attachment:00000000-0000-4000-8000-000000000000'),
    });
    expect(taken).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path: 'input.attachments.0.attachment' }] });
    expect(neverWas).toEqual(taken);
  });

  it('is sent to nobody else, and by nobody who may not post', async () => {
    const guestRef = 'member:network/ruth-cobblestane';
    await hub.sql('UPDATE core.account SET keys = array_remove(keys, $1) WHERE ref = $2', [takesPartKey, guestRef]);
    const guest = await hub.as(guestRef);
    expect((await sendFile(callum, anjaliRef, leaflet)).status).toBe(404);
    expect((await sendFile(hub.anonymous, anjaliRef, leaflet)).status).toBe(401);
    expect((await sendFile(guest, guestRef, leaflet)).status).toBe(403);
  });

  it('is gone after a day when nothing was posted with it', async () => {
    const [kept, left] = [await picture(), await picture()];
    await postWith(attached(kept));
    await hub.sql(`UPDATE files.attachment SET added_at = now() - interval '25 hours' WHERE id = ANY($1::uuid[])`, [
      [kept.slice(11), left.slice(11)],
    ]);

    await tidy();

    expect(await rowsOf(left)).toBe(0);
    expect(await rowsOf(kept)).toBe(1);
  });

  it('is taken back by its sender, and by nobody else', async () => {
    const takeAway = 'mutation ($input: RemoveAttachmentInput!) { removeAttachment(input: $input) { removed } }';
    const attachment = await picture();

    expect(await callum.codeOf(takeAway, { input: { subject: anjaliRef, attachment } })).toBe('NOT_FOUND');
    await anjali.ok(takeAway, { input: { subject: anjaliRef, attachment } });

    expect(await refusal(anjali, reply, { thread, body: 'x', attachments: attached(attachment) })).toMatchObject({
      code: 'BAD_USER_INPUT',
    });
  });
});

describe('what comes with a post is refused', () => {
  const posts = async () => (await hub.sql('SELECT 1 FROM threads.post')).length;

  const another = { attachment: 'attachment:x', alternative: '' };

  it.each<[string, () => Promise<object[]>, string]>([
    ['a picture without words', async () => attached(await picture(), ' '), 'input.attachments.0.alternative'],
    ['the same file twice', async () => twice(await picture()), 'input.attachments.1.attachment'],
    ['eleven of them', async () => Array.from({ length: 11 }, () => another), 'input.attachments'],
  ])('%s, and nothing is posted', async (_what, made, path) => {
    const [attachments, before] = [await made(), await posts()];

    const { code, fields } = await refusal(anjali, reply, { thread, body: 'See', attachments });

    expect({ code, path: fields?.[0]?.path }).toEqual({ code: 'BAD_USER_INPUT', path });
    expect(await posts()).toBe(before);
  });

  it('what a picture shows, where that holds a detail of a patient (T9)', async () => {
    const attachments = attached(await picture(), 'The card of 943 476 5919');

    expect(await refusal(anjali, reply, { thread, body: 'See', attachments })).toMatchObject({ code: 'PII_SUSPECTED' });
  });
});

describe('editing a post', () => {
  it('adds and takes away files without a new wording, and leaves them when none are named', async () => {
    const post = await postWith(attached(await picture('old.png')));
    const [old] = post.attachments;
    const next = await picture('new.png');
    const change = async (over: object) =>
      (await anjali.ok(edit, { input: { post: post.id, expectedRevision: 1, body: 'See', ...over } })).editPost.post;

    const both = await change({ attachments: [...attached(old.id), ...attached(next, 'Larger')] });
    expect(both.attachments.map((file: { name: string }) => file.name)).toEqual(['old.png', 'new.png']);
    const one = await change({ attachments: attached(next, 'Larger') });
    expect(one).toMatchObject({
      revision: 1,
      editedAt: null,
      attachments: [{ name: 'new.png', alternative: 'Larger' }],
    });
    expect((await have(callum, old.address)).status).toBe(404);
    expect((await change({ body: 'See?' })).attachments).toHaveLength(1);
  });

  it('is its writer’s alone, files too', async () => {
    const post = await postWith([]);
    const attachment = await inHand(leaflet, callum, 'member:network/callum-pennyroyal');
    const input = { post: post.id, expectedRevision: 1, body: 'See', attachments: attached(attachment) };

    expect(await callum.codeOf(edit, { input })).toBe('FORBIDDEN');
  });
});

describe('a file in a post without a name', () => {
  const anonymous = { anonymous: true };

  it('does not say whose it is: not who added it, nor its own name, nor what happened (Z11)', async () => {
    await hub.sql('DELETE FROM core.domain_event');
    const audited = (await hub.sql('SELECT 1 FROM core.audit_entry')).length;
    const post = await postWith(
      attached(await inHand({ name: 'anjali-thornapple.jpg', type: 'image/jpeg', body: await jpeg() })),
      anonymous,
    );
    await hub.drain();

    expect(post.attachments).toMatchObject([{ name: 'picture-1.jpg', addedBy: null }]);
    expect((await have(callum, post.attachments[0].address)).headers.get('content-disposition')).not.toMatch(/anjali/i);
    const told = await hub.sql('SELECT * FROM core.domain_event');
    expect(JSON.stringify(told)).not.toMatch(/anjali/i);
    expect((await hub.sql('SELECT 1 FROM core.audit_entry')).length).toBe(audited);
  });

  it('is in no table beside who wrote it but that of the posts', async () => {
    const post = await postWith(attached(await picture()), anonymous);

    const rows = await hub.sql('SELECT * FROM files.attachment WHERE row_id = $1', [post.id.slice(5)]);

    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('anjali');
  });

  it('takes up the room of its writer all the same', async () => {
    const large: SentFile = { name: 'a.txt', type: 'text/plain', body: Buffer.alloc(900 * 1024, 'a') };
    const ref = 'member:network/callum-pennyroyal';
    await postWith(attached(await inHand(large, callum, ref), ''), anonymous, callum);

    expect(await (await sendFile(callum, ref, large)).json()).toMatchObject({
      errors: [{ message: 'You have added 1 MB of files. Take some away first' }],
    });
  });

  it('is no document: that could hold the name of who made it', async () => {
    const attachments = attached(await inHand(leaflet), '');

    const { code, fields } = await refusal(anjali, reply, { thread, body: 'See', attachments, ...anonymous });

    expect({ code, message: fields?.[0]?.message }).toEqual({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('Without your name'),
    });
  });
});

it('the demonstration has a reply with a chart and its table', async () => {
  const { thread: shown } = await anjali.ok(
    `query { thread(id: "thread:network/back-of-a-rota") { posts(last: 1) { edges { node { author { id } ${files} } } } } }`,
  );

  expect(shown.posts.edges[0].node).toMatchObject({
    author: { id: 'member:network/idris-fellgate' },
    attachments: expect.arrayContaining([
      expect.objectContaining({ isImage: false }),
      expect.objectContaining({ isImage: true, alternative: expect.stringContaining('Minutes') }),
    ]),
  });
});

it('what the hub keeps of a person names the files that came with their posts, and where those are', async () => {
  const post = await postWith(attached(await picture('mine.png')), { anonymous: true });
  const { manager } = hub.hub.app.get(Database).source;
  const of = (member: string) => hub.hub.app.get(FilesPersonalData, { strict: false }).export(manager, member);

  expect(await of(anjaliRef)).toEqual(
    expect.arrayContaining([expect.objectContaining({ attachedTo: thread, name: 'picture-1.png' })]),
  );
  expect(JSON.stringify(await of('member:network/callum-pennyroyal'))).not.toContain('picture-1.png');
  expect(post.attachments).toHaveLength(1);
});

const twice = (id: string) => [...attached(id), ...attached(id)];
const tidy = () => hub.hub.app.get(FilesHousekeeping).tidy();
const rowsOf = async (id: string) =>
  (await hub.sql('SELECT 1 FROM files.attachment WHERE id = $1', [id.slice('attachment:'.length)])).length;
