/** A hub in which unread posts are counted by hand: three readers, a facilitator, and three places that open and close for them. */
import { actionOf, Database, Directory, type Action } from '@hub/core/server';
import { PostModeration } from '@hub/plugins/threads/contract';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

export const names = ['siobhan-wrenfield', 'gwen-stillwater', 'kit-ravensworthy'] as const;
export type Name = (typeof names)[number];

/** `about`: about a thing that the network or only Northvale may see. `inside`: in a closed community. */
export const places = ['open', 'about', 'inside'] as const;
export type Place = (typeof places)[number];

export const subject = 'intervention:northvale/counted-by-hand';
const memberOf = (name: string) => `member:network/${name}`;

export class CountingWorld {
  private constructor(
    readonly hub: TestHub,
    readonly facilitator: TestClient,
    private readonly lead: TestClient,
    private readonly clients: ReadonlyMap<Name, TestClient>,
    readonly community: string,
  ) {}

  static async open(): Promise<CountingWorld> {
    const hub = await createTestHub({ only: ['threads', 'communities', 'membership', 'subscriptions'] });
    const clients = new Map<Name, TestClient>();
    for (const name of names) clients.set(name, await hub.as(name));
    const facilitator = await hub.as('marisol-greywether');
    const { createCommunity } = await facilitator.ok(
      'mutation ($input: CreateCommunityInput!) { createCommunity(input: $input) { community { id } } }',
      { input: { name: 'Counters', purpose: 'To count', kind: 'CLOSED', modelTypes: ['UEC'] } },
    );
    const lead = await hub.as('anjali-thornapple');
    return new CountingWorld(hub, facilitator, lead, clients, createCommunity.community.id);
  }

  of(name: Name): TestClient {
    const client = this.clients.get(name);
    if (!client) throw new Error(`Nobody is called ${name}.`);
    return client;
  }

  /** What some threads are about is seen by the network, or by the members of Northvale alone. */
  async setVisible(visible: boolean): Promise<void> {
    const visibility = visible ? ('network' as const) : ('site' as const);
    const entry = { ref: subject, title: 'Counted', visibility, owner: 'site:network/northvale', at: new Date() };
    await this.hub.hub.app.get(Database).transaction((tx) => this.hub.hub.app.get(Directory).put(tx, entry));
  }

  async joinCommunity(name: Name): Promise<void> {
    const { inviteToCommunity } = await this.facilitator.ok(
      'mutation ($input: InviteToCommunityInput!) { inviteToCommunity(input: $input) { invitation { id } } }',
      { input: { community: this.community, member: memberOf(name) } },
    );
    await send(this.of(name), 'acceptCommunityInvitation', { invitation: inviteToCommunity.invitation.id });
  }

  async leaveCommunity(name: Name, byForce: boolean): Promise<void> {
    const { community } = this;
    if (!byForce) return send(this.of(name), 'leaveCommunity', { community });
    await send(this.facilitator, 'removeFromCommunity', { community, member: memberOf(name), words: 'For now' });
  }

  async joinSite(name: Name): Promise<void> {
    // Nobody asks as often in a day as here.
    await this.hub.sql('DELETE FROM core.attempt');
    const { askToJoin } = await this.of(name).ok(
      'mutation ($input: AskToJoinInput!) { askToJoin(input: $input) { joinRequest { id } } }',
      { input: { site: 'northvale', words: 'To count' } },
    );
    await send(this.lead, 'approveJoinRequest', { request: askToJoin.joinRequest.id, role: 'MEMBER' });
  }

  async leaveSite(name: Name, byForce: boolean): Promise<void> {
    if (!byForce) return send(this.of(name), 'leaveSite', { site: 'northvale' });
    await send(this.lead, 'removeFromSite', { site: 'northvale', member: memberOf(name) });
  }

  /** What moderation does to a post, which is decided elsewhere. */
  async moderate(work: (posts: PostModeration, action: Action) => Promise<void>): Promise<void> {
    const { app } = this.hub.hub;
    await app
      .get(Database)
      .transaction(async (tx) =>
        work(app.get(PostModeration), await actionOf(tx, memberOf('marisol-greywether'), new Date())),
      );
  }
}

async function send(client: TestClient, name: string, input: object): Promise<void> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  await client.ok(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
}
