/**
 * Six changes of who may see what: whom each is about, what they saw until then, and how it is made. Nothing moves from one place to another
 * in this hub; in its stead somebody is given a role that sees less.
 */
import { TestClient, type TestHub } from '@hub/testing';
import type { Audience } from './canaries';
import { missingLike } from './mutations';
import { home } from './viewers';
import type { Original } from './worlds';

export interface Change {
  readonly what: string;
  readonly who: TestClient;
  /** What they saw until then; a post is seen by its words. */
  readonly id: string;
  readonly query: string;
  /** Part of the answer as long as they see it. */
  readonly seen: string;
  make(): Promise<unknown>;
}

export interface Answer {
  readonly sees: boolean;
  /** Whether it is answered as something that is not there, byte for byte. */
  readonly asNothing: boolean;
}

const node = 'query ($id: ID!) { node(id: $id) { id } }';
const words = 'query ($id: ID!) { node(id: $id) { ... on Post { body } } }';
const ref = (member: string) => `member:network/${member}`;

export async function sixChanges(hub: TestHub, { things, canaries }: Original): Promise<Change[]> {
  const idOf = (type: string, audience: Audience) =>
    things.find((thing) => thing.type === type && thing.audience === audience)?.id ?? '';
  const lead = await hub.as('anjali-thornapple');
  const administrator = await hub.as('marisol-greywether');
  const bernard = await hub.as('bernard-oakapple');
  const inside = idOf('Thread', `members of ${home}`);
  const open = idOf('Thread', 'the network');
  const shown = idOf('Intervention', 'everyone');
  const draft = idOf('Intervention', `editors of ${home}`);
  const post = canaries.all.find(({ place, audience }) => place === 'Post.body' && audience === 'the network');
  const [{ id: removed } = { id: '' }] = await hub.sql<{ id: string }>(
    `SELECT 'post:' || id AS id FROM threads.post WHERE body LIKE $1`,
    [`%${post?.word}%`],
  );
  const act = (client: TestClient, name: string, type: string, input: object) => () =>
    client.ok(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, { input });
  const site = `site:network/${home}`;
  const seeing = (id: string) => ({ id, query: node, seen: `"id":"${id}"` });
  return [
    {
      ...{ what: 'removed from the site', who: await hub.as('leonie-fernmoss'), ...seeing(inside) },
      make: act(lead, 'removeFromSite', 'RemoveFromSiteInput', { site, member: ref('leonie-fernmoss') }),
    },
    {
      ...{ what: 'given a role that sees less', who: await hub.as('petra-quillfeather'), ...seeing(draft) },
      make: act(lead, 'changeSiteRole', 'ChangeSiteRoleInput', {
        site,
        member: ref('petra-quillfeather'),
        role: 'GUEST',
      }),
    },
    {
      ...{ what: 'no longer public', who: hub.anonymous, ...seeing(shown) },
      make: act(lead, 'setInterventionVisibility', 'SetInterventionVisibilityInput', {
        id: shown,
        visibility: 'NETWORK',
      }),
    },
    {
      ...{
        what: 'a removed post',
        who: await hub.as('mei-lin-hazelgrove'),
        id: removed,
        query: words,
        seen: String(post?.word),
      },
      make: act(lead, 'removePost', 'RemovePostInput', { post: removed }),
    },
    {
      ...{ what: 'suspended', who: await hub.as('callum-pennyroyal'), ...seeing(open) },
      make: act(administrator, 'suspendMember', 'ManageMemberInput', {
        member: ref('callum-pennyroyal'),
        reason: 'For the test of it',
      }),
    },
    {
      ...{ what: 'a session that its member ended elsewhere', who: await hub.as('bernard-oakapple'), ...seeing(open) },
      make: act(bernard, 'endOtherSessions', 'EndOtherSessionsInput', {}),
    },
  ];
}

/** Whoever a change is about, at this instance and at another. */
export const onBoth = ({ who }: Pick<Change, 'who'>, second: TestHub): [TestClient, TestClient] => [
  who,
  new TestClient(second.address, who.cookie),
];

/** What each instance answers whom the change is about. */
export async function answersTo(change: Change, second: TestHub): Promise<Answer[]> {
  return Promise.all(
    onBoth(change, second).map(async (client) => {
      const ask = async (id: string) =>
        (await client.post('/graphql', { query: change.query, variables: { id } })).text();
      const [there, nothing] = [await ask(change.id), await ask(missingLike(change.id))];
      return { sees: there.includes(change.seen), asNothing: there === nothing };
    }),
  );
}
