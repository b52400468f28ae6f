/** What a viewer hears while others act: the same acts in both worlds where they may see them, and more where they may not. */
import type { LiveStream, TestClient, TestHub } from '@hub/testing';
import { changedWord, type Audience, type Canaries } from './canaries';
import type { Thing } from './furnish';
import { missingLike } from './mutations';
import { elsewhere, mayReceive, type ViewerKind } from './viewers';

export interface Heard {
  readonly path: string;
  readonly query: string;
  readonly body: string;
}

const fields: Readonly<Record<string, string>> = {
  modelTypeActivity:
    'subscription { modelTypeActivity(modelTypes: ["MCP"]) { __typename kind thread { __typename id title replyCount lastActivityAt about { __typename id } posts(first: 20) { __typename totalCount edges { __typename node { __typename id body } } } } post { __typename id body author { __typename displayName } } } }',
  threadsRead: 'subscription { threadsRead { __typename threadCount } }',
  notificationsRead: 'subscription { notificationsRead { __typename unreadCount ids readAt } }',
  notificationReceived:
    'subscription { notificationReceived { __typename id reason happened personal eventName subject { __typename ... on Thread { title } } actor { __typename displayName } } }',
};
export const threadField =
  'subscription ($id: ID!) { threadActivity(threadId: $id) { __typename kind thread { __typename id title replyCount } post { __typename id body } } }';
const readAll = 'mutation { markNotificationsRead(input: { all: true }) { unreadCount } }';
const reply = 'mutation ($input: ReplyInput!) { reply(input: $input) { post { id } } }';

/** The live fields that are listened to here: the gate asks for every one of the schema. */
export const heardFields: readonly string[] = [...Object.keys(fields), 'threadActivity'];

/** Who acts in threads for an audience: someone who may. */
const actorFor = (audience: Audience): string =>
  audience.endsWith(elsewhere) ? 'callum-pennyroyal' : 'leonie-fernmoss';

export interface World {
  readonly hub: TestHub;
  readonly canaries: Canaries;
  readonly things: readonly Thing[];
  /** Hidden things bear other names in a twin, where there is more going on too. */
  readonly twin: boolean;
}

/** Listens to everything as the viewer while others reply in threads of every audience; what was heard, in order. */
export async function listen(world: World, viewer: ViewerKind, client: TestClient): Promise<Heard[]> {
  const threads = oneThreadEach(world.things);
  const streams = new Map<string, LiveStream>();
  for (const [name, query] of Object.entries(fields)) streams.set(name, await client.live(query));
  for (const { id, audience } of threads)
    streams.set(
      `threadActivity of a thread for ${audience}`,
      await client.live(threadField, { id: idIn(world, viewer, { id, audience }) }),
    );
  const ended = new Map<string, string>();
  for (const [name, stream] of streams)
    void stream.ended.then((reason) => ended.set(name, String(JSON.stringify(reason))));

  await act(world, viewer, threads);
  const last = streams.get('modelTypeActivity')!;
  if (viewer.in.includes('the network'))
    await waitFor(() => last.received.some((frame) => JSON.stringify(frame).includes('That is all')));
  else await waitFor(() => ended.has('modelTypeActivity'));
  await quiet([...streams.values()]);
  const heard = [...streams].map(([name, { received }]) => ({
    path: `live ${name}`,
    query: fields[name] ?? threadField,
    body: JSON.stringify({ received, ended: ended.get(name) ?? null }),
  }));
  await Promise.all([...streams.values()].map((stream) => stream.stop()));
  return heard;
}

/** The answer to listening to a hidden thread, and to one that is not there. */
export async function listenInVain(
  client: TestClient,
  things: readonly Thing[],
  viewer: ViewerKind,
): Promise<[string, string][]> {
  const hidden = oneThreadEach(things).filter(({ audience }) => !mayReceive(viewer, audience));
  return Promise.all(
    hidden.map(async ({ id }): Promise<[string, string]> => {
      const [there, nothing] = await Promise.all([endOf(client, id), endOf(client, missingLike(id))]);
      return [there, nothing];
    }),
  );
}

async function endOf(client: TestClient, id: string): Promise<string> {
  const stream = await client.live(threadField, { id });
  const reason = await stream.ended;
  await stream.stop();
  return JSON.stringify(reason);
}

async function act(world: World, viewer: ViewerKind, threads: readonly Thing[]): Promise<void> {
  const { hub, canaries } = world;
  for (const { id, audience } of threads) {
    const hidden = !mayReceive(viewer, audience);
    const times = hidden && world.twin ? 2 : 1;
    const actor = await hub.as(actorFor(audience));
    for (let time = 0; time < times; time += 1) {
      const body = `Live ${canaries.plant('Post.body', audience)}`;
      const words = hidden ? body : `Live words for ${audience}`;
      await actor.ok(reply, { input: { thread: idIn(world, viewer, { id, audience }), body: words } });
    }
  }
  const open = {
    id: idIn(
      world,
      viewer,
      threads.find(({ audience }) => audience === 'the network')!,
    ),
  };
  const other = await hub.as(world.twin ? 'ruth-cobblestane' : 'grace-tidewell');
  await other.ok(reply, { input: { thread: open.id, body: 'Nobody knows who says this', anonymous: true } });
  await (await hub.as('anjali-thornapple')).ok(reply, { input: { thread: open.id, body: 'That is all' } });
  await hub.drain();
  await other.ok(readAll);
}

/** The first one for each audience: it is open for replies. */
function oneThreadEach(things: readonly Thing[]): Thing[] {
  const threads = things.filter(({ type }) => type === 'Thread').reverse();
  return [...new Map(threads.map((thread) => [thread.audience, thread])).values()];
}

function idIn(
  { twin }: Pick<World, 'twin'>,
  viewer: ViewerKind,
  { id, audience }: Pick<Thing, 'id' | 'audience'>,
): string {
  return twin && !mayReceive(viewer, audience) ? id.replaceAll(/zq[a-z]+\d+x/g, changedWord) : id;
}

/** Until nothing has come for a while. */
async function quiet(streams: readonly LiveStream[]): Promise<void> {
  const count = () => streams.reduce((sum, { received }) => sum + received.length, 0);
  for (let before = -1; before !== count();) {
    before = count();
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

export async function waitFor(condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error('What was waited for did not come within 10 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
