/** Two instances of the built hub on one database, killed and stopped while people write: nothing that was acknowledged is lost, or there twice. */
import { createTestHub, TestClient, type TestHub } from '@hub/testing';
import { startInstance, type Instance } from './support/instances';

let hub: TestHub;
let instances: Instance[];
let cookie: string;
let follower: string;

beforeAll(async () => {
  hub = await createTestHub();
  instances = await Promise.all([0, 1].map(() => startInstance(hub.databaseUrl)));
  cookie = (await hub.as('anjali-thornapple')).cookie ?? '';
  follower = (await hub.as('leonie-fernmoss')).cookie ?? '';
}, 120_000);
afterAll(async () => {
  await Promise.all((instances ?? []).map((instance) => instance.end('SIGKILL')));
  await hub?.close();
});

const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';
const at = (which: number, who = cookie) => new TestClient(instances[which % 2]?.address ?? '', who);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends it to one instance after the other, with the same id, until one says that it is done. */
async function untilDone(thread: string, body: string): Promise<{ id: string; codes: (string | null)[] }> {
  const codes: (string | null)[] = [];
  for (let tries = 0; ; tries += 1) {
    const input = { thread, body, clientMutationId: body };
    const { data, errors } = await at(tries)
      .run(reply, { input })
      .catch(() => ({ data: null, errors: [{ extensions: { code: 'CUT' } }] }));
    codes.push(errors?.[0]?.extensions.code ?? null);
    if (data?.reply) return { id: data.reply.post.id, codes };
    await pause(20);
  }
}

async function threadThatIsFollowed(): Promise<string> {
  const { startThread } = await at(0).ok(
    'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }',
    { input: { title: 'While instances die', body: 'Hello', modelTypes: ['MCP'] } },
  );
  const { id } = startThread.thread;
  await at(0, follower).ok('mutation ($input: FollowInput!) { follow(input: $input) { __typename } }', {
    input: { targetId: id, level: 'WATCHING' },
  });
  return id;
}

it('what was acknowledged is stored, once, and told of, once, however often a process is killed (R4, R8)', async () => {
  const thread = await threadThatIsFollowed();
  const done: { body: string; id: string; codes: (string | null)[] }[] = [];
  let over = false;
  const write = async (writer: number) => {
    for (let n = 0; !over; n += 1)
      done.push({ body: `Kill ${writer} ${n}`, ...(await untilDone(thread, `Kill ${writer} ${n}`)) });
  };
  const writers = Promise.all([0, 1, 2, 3].map(write));
  for (const which of [0, 1]) {
    await pause(400);
    await instances[which]?.end('SIGKILL');
    instances[which] = await startInstance(hub.databaseUrl);
  }
  over = true;
  await writers;
  await hub.drain();

  const stored = await hub.sql<{ id: string; body: string }>(
    `SELECT 'post:' || id AS id, body FROM threads.post WHERE body LIKE 'Kill %'`,
  );
  const told = await hub.sql<{ times: number }>(
    `SELECT count(*)::int AS times FROM subscriptions.notification n JOIN core.domain_event e ON e.id = n.event_id
     JOIN threads.post p ON 'post:' || p.id = e.facts ->> 'post'
     WHERE n.member_ref = 'member:network/leonie-fernmoss' AND p.body LIKE 'Kill %' GROUP BY p.id`,
  );
  const byBody = new Map(stored.map(({ id, body }) => [body, id]));
  expect(done.length).toBeGreaterThan(20);
  expect(done.filter(({ body, id }) => byBody.get(body) !== id)).toEqual([]);
  expect(stored).toHaveLength(byBody.size);
  expect(told.map(({ times }) => times)).toEqual(stored.map(() => 1));
  const codes = new Set(done.flatMap((each) => each.codes));
  expect([...codes].filter((code) => ![null, 'CUT', 'SERVICE_UNAVAILABLE'].includes(code))).toEqual([]);
}, 120_000);

it('a process that is asked to stop ends well, and whoever asks the other instance meanwhile is answered (R10)', async () => {
  let over = false;
  const failed: string[] = [];
  const ask = async () => {
    for (let tries = 0; !over; tries += 1) {
      const first = await at(tries)
        .codeOf('{ viewer { id } }')
        .catch(() => 'CUT');
      if (first === null) continue;
      const second = await at(tries + 1)
        .codeOf('{ viewer { id } }')
        .catch(() => 'CUT');
      if (second !== null) failed.push(`${first}, then ${second}`);
    }
  };
  const asking = Promise.all([ask(), ask(), ask(), ask()]);
  await pause(500);
  const stopped = await instances[0]?.end('SIGTERM');
  await pause(500);
  over = true;
  await asking;

  expect(failed).toEqual([]);
  expect([stopped, await instances[1]?.end('SIGTERM')]).toEqual([0, 0]);
}, 120_000);
