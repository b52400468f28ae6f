/** Pages that people leave open on the discussion while everything fails: they hear of each post, and ask again whenever they listen anew. */
import { setTimeout as pause } from 'node:timers/promises';
import { TestClient } from '@hub/testing';
import type { Client, ExecutionResult } from 'graphql-ws';
import { liveClient } from './live-clients';
import { eventually, readers, type ChaosWorld } from './world';

const listening = 'subscription ($id: ID!) { threadActivity(threadId: $id) { kind post { id body } } }';
const asking = `query ($id: ID!, $after: String) { thread(id: $id) { posts(first: 100, after: $after) {
  pageInfo { hasNextPage endCursor } edges { node { id body } } } } }`;
const eachHas = 2;

interface Post {
  readonly id: string;
  readonly body: string;
}

type Heard = ExecutionResult<{ threadActivity: { kind: string; post: Post | null } }, { listening?: boolean }>;

export class Page {
  /** What stands on it: bodies by the ids of posts. */
  readonly shown = new Map<string, string>();
  /** Ids of posts that it was told of twice since it listens. */
  readonly doubled: string[] = [];
  /** How often it was told of a post. */
  told = 0;
  private heard = new Set<string>();
  private after: string | null = null;
  private asked = 0;
  private isClosed = false;
  private readonly client: Client;

  constructor(
    private readonly world: ChaosWorld,
    private readonly cookie: string,
    which: number,
  ) {
    this.client = liveClient(world.fleet.apis, cookie, which);
    this.listen();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.client.dispose();
  }

  /** The client listens again by itself where its connection was lost; where it was refused, this does. */
  private listen(): void {
    if (this.isClosed) return;
    const again = () => void pause(200).then(() => this.listen());
    const operation = { query: listening, variables: { id: this.world.thread }, extensions: { confirm: true } };
    this.client.subscribe(operation, { next: (result) => this.hear(result as Heard), error: again, complete: again });
  }

  private hear({ data, extensions }: Heard): void {
    if (extensions?.listening) {
      this.heard = new Set();
      void this.ask((this.asked += 1)).catch(() => undefined);
    }
    const { kind, post } = data?.threadActivity ?? {};
    if (kind !== 'POST_ADDED' || !post) return;
    if (this.heard.has(post.id)) this.doubled.push(post.id);
    this.heard.add(post.id);
    this.told += 1;
    this.shown.set(post.id, post.body);
  }

  /** For all since it asked last, at whoever answers; no more once it asks anew. */
  private async ask(which: number): Promise<void> {
    const { apis } = this.world.fleet;
    await eventually('A page was not answered', async () => {
      if (this.isClosed || which !== this.asked) return true;
      const client = new TestClient(apis[Math.floor(Math.random() * apis.length)]?.address ?? '', this.cookie);
      const { posts } = (await client.ok(asking, { id: this.world.thread, after: this.after })).thread;
      for (const { node } of posts.edges) this.shown.set(node.id, node.body);
      this.after = posts.pageInfo.endCursor ?? this.after;
      return posts.pageInfo.hasNextPage ? null : true;
    });
  }
}

/** Some for each reader, at each API. */
export function openPages(world: ChaosWorld): Page[] {
  const cookies = readers.map((who) => world.cookies.get(who) ?? '');
  return cookies.flatMap((cookie) => Array.from({ length: eachHas }, (_, which) => new Page(world, cookie, which)));
}
