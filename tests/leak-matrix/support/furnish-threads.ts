/** Threads about things of every audience, with replies, anonymous, edited and removed posts, an accepted answer and a lock. */
import type { TestClient } from '@hub/testing';
import type { Audience } from './canaries';
import { secondOf, type Furnishing, type Thing } from './furnish';
import { filesInHand } from './furnish-files';
import { home } from './viewers';

/** Starts one about a thing of each wanted audience, and one about nothing. */
export async function furnishThreads(furnishing: Furnishing): Promise<void> {
  if (furnishing.wanted('the network')) {
    await start(furnishing, 'the network', null, home);
    await start(furnishing, 'the network', subjectFor(furnishing, 'everyone'), home);
  }
  for (const audience of new Set(furnishing.things.map((thing) => thing.audience))) {
    const subjects = ['Intervention', 'Adaptation'].map((type) => subjectFor(furnishing, audience, type));
    for (const subject of subjects) {
      if (subject && !['everyone', 'nobody'].includes(audience) && furnishing.wanted(audience))
        await start(furnishing, audience, subject, siteOf(subject));
    }
  }
}

/** What somebody removed is shown to nobody. In the export of their own data it is still theirs. */
const ownWords = (site: string): Audience => `only ${secondOf[site]}`;

function subjectFor({ things }: Furnishing, audience: Audience, type = 'Intervention'): Thing | null {
  return things.find((thing) => thing.type === type && thing.audience === audience) ?? null;
}

function siteOf({ id }: Thing): string {
  return /:(\w+)\//.exec(id)?.[1] ?? home;
}

/** By those who write for a site: about something, or in a community that they belong to. */
export async function start(
  furnishing: Furnishing,
  audience: Audience,
  about: Thing | null,
  site: string,
  community?: string,
): Promise<void> {
  const { things, word, writers, other } = furnishing;
  const asker = writers[site]!;
  const second = other[site]!;
  const text = () => `Words ${word('Post.body', audience)}`;
  const { startThread } = await asker.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }',
    {
      input: {
        ...{ title: `Asking ${word('Thread.title', audience)}`, body: text(), kind: 'QUESTION', modelTypes: ['MCP'] },
        ...{ about: about?.id, community },
        ...{ tags: [word('Thread.tags', audience)], lessons: [1], enablers: [2] },
      },
    },
  );
  const thread: string = startThread.thread.id;
  const first = startThread.thread.posts.edges[0].node.id;
  const reply = (client: TestClient, body: string, more: object = {}) => post(client, { thread, body, ...more });
  const ofFile = (field: string) => word(`Attachment.${field}`, audience);
  const inHand = (...files: Parameters<typeof filesInHand>[2][number][]) => filesInHand(second, secondOf[site]!, files);
  const shown = await inHand(
    { name: ofFile('name'), content: `Text ${ofFile('content')}` },
    { name: ofFile('name'), content: '', alternative: `A ward ${ofFile('alternative')}` },
  );
  const nameless = await inHand({ name: word('Attachment.name of its author', 'nobody'), content: ofFile('content') });
  const lost = await inHand({
    name: word('Attachment.name once removed', ownWords(site)),
    content: word('Attachment.content once removed', 'nobody'),
  });
  const waiting = await inHand({
    name: word('Attachment.name in hand', ownWords(site)),
    content: word('Attachment.content in hand', ownWords(site)),
  });
  const answer = await reply(second, text(), { inReplyTo: first, attachments: shown });
  const hidden = await reply(second, text(), { anonymous: true, attachments: nameless });
  const edited = await reply(second, `Old ${word('PostRevision.body', audience)}`);
  const removed = await reply(second, `Old and gone ${word('PostRevision.body once removed', 'nobody')}`, {
    attachments: lost,
  });
  const gone = `Gone ${word('Post.body once removed', ownWords(site))}`;
  await second.ok(edit, { input: { post: edited, expectedRevision: 1, body: text() } });
  await second.ok(edit, { input: { post: removed, expectedRevision: 1, body: gone } });
  await second.ok(remove, { input: { post: removed, reason: word('Post.removedReason', audience) } });
  await asker.ok(react, { input: { post: answer, kind: 'USEFUL', on: true } });
  await asker.ok(accept, { input: { thread, post: answer } });
  if (audience === 'the network' && site === home && !community)
    things.push({ id: await name(furnishing, asker, thread), type: 'Post', audience });
  if (audience === 'the network' && !community) await keep(furnishing, audience, thread);
  if (about && audience === 'the network') await lock(furnishing, audience, thread);
  things.push({ id: thread, type: 'Thread', audience });
  if (!about && !community && audience === 'the network')
    things.push(...(await rearrange(furnishing, asker, thread, first)));
  for (const id of [first, answer, hidden, edited, removed]) things.push({ id, type: 'Post', audience });
  const attached = (files: typeof shown, whose: Audience) =>
    files.forEach(({ attachment }) => things.push({ id: attachment, type: 'Attachment', audience: whose }));
  attached([...shown, ...nameless], audience);
  attached(lost, 'nobody');
  attached(waiting, ownWords(site));
  if (site === home) await promote(furnishing, hidden);
}

/** What is said without a name, written into every record of its author's site: in words for those who may see the record. */
async function promote({ things, word, writers }: Furnishing, post: string): Promise<void> {
  const records = things.filter(({ id, type }) => type === 'Adaptation' && id.startsWith(`adaptation:${home}/`));
  for (const { id: record, audience: readers } of records) {
    const words = `Learned ${word('Promotion.words', readers)}`;
    const input = { post, expectedRevision: 1, kind: 'LEARNING', record, words };
    const { promotePost } = await writers[home]!.ok(
      'mutation ($input: PromotePostInput!) { promotePost(input: $input) { promotion { id } } }',
      { input },
    );
    things.push({ id: promotePost.promotion.id, type: 'Promotion', audience: readers });
  }
}

/** By the facilitator of the demonstration, where they can see it. */
async function lock({ hub, word }: Furnishing, audience: Audience, thread: string): Promise<void> {
  const facilitator = await hub.as('marisol-greywether');
  await facilitator.ok(
    'mutation ($input: SetThreadLockedInput!) { setThreadLocked(input: $input) { thread { id } } }',
    { input: { thread, locked: true, reason: word('Thread.lockedReason', audience) } },
  );
}

/** Another one merged into the thread, and a reply of it split off. */
async function rearrange(
  furnishing: Furnishing,
  author: TestClient,
  into: string,
  inReplyTo: string,
): Promise<Thing[]> {
  const { hub, word } = furnishing;
  const audience = 'the network';
  const facilitator = await hub.as('marisol-greywether');
  const input = { title: `Merged ${word('Thread.title', audience)}`, body: 'All of it', modelTypes: ['MCP'] };
  const { id } = (
    await author.ok('mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }', { input })
  ).startThread.thread;
  await facilitator.ok('mutation ($input: MergeThreadsInput!) { mergeThreads(input: $input) { thread { id } } }', {
    input: { thread: id, into },
  });
  const moved = await post(author, { thread: into, body: `Apart ${word('Post.body', audience)}`, inReplyTo });
  const { splitThread } = await facilitator.ok(
    'mutation ($input: SplitThreadInput!) { splitThread(input: $input) { thread { id } } }',
    { input: { thread: into, posts: [moved], title: `Apart ${word('Thread.title', audience)}` } },
  );
  return [id, splitThread.thread.id].map((thread) => ({ id: thread, type: 'Thread', audience }));
}

/** A post for all that names what only members of its author's site may see, beside what all may, and a member. */
function name(furnishing: Furnishing, author: TestClient, thread: string): Promise<string> {
  const audiences = [`members of ${home}`, 'the network', 'everyone'] as const;
  const named = audiences.flatMap((audience) => subjectFor(furnishing, audience)?.id.split('/')[1] ?? []);
  const body = `${named.map((slug) => `#${slug}`).join(' and ')}, says @anjali-thornapple`;
  return post(author, { thread, body });
}

/** A summary on top, pinned. */
async function keep({ hub, word }: Furnishing, audience: Audience, thread: string): Promise<void> {
  const facilitator = await hub.as('marisol-greywether');
  await facilitator.ok('mutation ($input: UpdateThreadInput!) { updateThread(input: $input) { thread { id } } }', {
    input: { thread, expectedRevision: 1, pinned: true, summary: `Sum ${word('ThreadSummary.body', audience)}` },
  });
}

async function post(client: TestClient, input: object): Promise<string> {
  return (await client.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', { input })).reply
    .post.id;
}

const edit = 'mutation ($input: EditPostInput!) { editPost(input: $input) { post { id } } }';
const remove = 'mutation ($input: RemovePostInput!) { removePost(input: $input) { post { id } } }';
const react = 'mutation ($input: ReactInput!) { react(input: $input) { post { id } } }';
const accept = 'mutation ($input: AcceptAnswerInput!) { acceptAnswer(input: $input) { thread { id } } }';
