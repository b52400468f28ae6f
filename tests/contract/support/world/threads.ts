/** Discussions of the contract's world. */
import type { TestClient } from '@hub/testing';
import type { AdaptationsWorld } from './adaptations';
import type { FilesWorld } from './files';

export interface ThreadsWorld {
  readonly thread: string;
  readonly post: string;
  readonly reply: string;
  /** What undoes that Anjali marked threads read. */
  readonly undo: string;
}

/** A question of one with a reply of another. */
export async function questionWithReply(
  asker: TestClient,
  other: TestClient,
): Promise<Pick<ThreadsWorld, 'thread' | 'post' | 'reply'>> {
  const begun = await asker.ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id posts { edges { node { id } } } } } }',
    { input: { title: 'A question', body: 'Who knows?', kind: 'QUESTION', modelTypes: ['MCP'] } },
  );
  const { thread } = begun.startThread;
  const answered = await other.ok('mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }', {
    input: { thread: thread.id, body: 'We do.' },
  });
  return { thread: thread.id, post: thread.posts.edges[0].node.id, reply: answered.reply.post.id };
}

export async function markAllRead(client: TestClient): Promise<string> {
  const { markThreadsRead } = await client.ok(
    'mutation { markThreadsRead(input: { filter: { modelTypes: ["UEC"] } }) { undo } }',
  );
  return markThreadsRead.undo;
}

export function threadsInputs({
  thread,
  post,
  reply,
  undo,
  inHand,
  adaptation,
}: ThreadsWorld & FilesWorld & AdaptationsWorld) {
  const attached = (at: number) => [{ attachment: inHand[at], alternative: 'A ward' }];
  return {
    startThread: {
      attachments: attached(0),
      ...{ title: 'Hello', body: 'Hello', modelTypes: ['MCP'] },
      notPatientDetails: [{ path: 'input.body', kind: 'NHS_NUMBER', nth: 1, because: 'It is an example' }],
    },
    updateThread: { thread, expectedRevision: 900, title: 'Hello again', summary: 'So far' },
    reply: { thread, body: 'Yes', attachments: attached(1) },
    editPost: { post, expectedRevision: 900, body: 'No', attachments: attached(2) },
    removePost: { post: reply },
    react: { post, kind: 'USEFUL', on: true },
    markThreadRead: { thread },
    markThreadsRead: { filter: { modelTypes: ['PACS'] } },
    undoMarkThreadsRead: { undo },
    acceptAnswer: { thread, post: reply },
    setThreadLocked: { thread, locked: false },
    promotePost: { post, record: adaptation, kind: 'LEARNING', words: 'Ring first', expectedRevision: 1 },
    takeOutPromotion: { record: adaptation, promotion: 'promotion:00000000-0000-4000-8000-000000000000' },
    mergeThreads: { thread, into: thread },
    splitThread: { thread, posts: [reply], title: 'Apart' },
  };
}
