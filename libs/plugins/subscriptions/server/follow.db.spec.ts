/** Following on a real database: setting and removing a rule, what can be followed, and what the viewer reads of it. */
import { careModelRef, type EntityRef } from '@hub/core/contract';
import { createTestHub, notesPlugin, noteRef, writeNote, type TestClient, type TestHub } from '@hub/testing';
import { siteRef } from '@hub/plugins/sites/contract';

let hub: TestHub;
let anjali: TestClient;
const northvale = siteRef('northvale');

beforeAll(async () => {
  hub = await createTestHub({ only: ['subscriptions'], also: [notesPlugin] });
  anjali = await hub.as('anjali-thornapple');
});
beforeEach(() => hub.sql('TRUNCATE subscriptions.follow'));
afterAll(() => hub.close());

const follow = 'mutation Follow($input: FollowInput!) { follow(input: $input) { level target { id } } }';
const input = (targetId: EntityRef, level: string) => ({ input: { targetId, level } });

describe('following', () => {
  it.each(['WATCHING', 'FIRST_POSTS', 'REPLIES', 'MUTED'])(
    'sets the level %s, read back as viewerFollow',
    async (level) => {
      const set = await anjali.ok(follow, input(northvale, level));

      expect(set.follow).toEqual({ level, target: { id: northvale } });
      expect((await anjali.ok('{ site(slug: "northvale") { viewerFollow } }')).site.viewerFollow).toBe(level);
    },
  );

  it('another level replaces the first, NONE removes it, and both may be said twice', async () => {
    for (const level of ['WATCHING', 'MUTED', 'MUTED', 'NONE', 'NONE']) {
      expect((await anjali.ok(follow, input(northvale, level))).follow).toEqual({ level, target: { id: northvale } });
    }

    expect((await anjali.ok('{ site(slug: "northvale") { viewerFollow } }')).site.viewerFollow).toBe('NONE');
    expect(await hub.sql('SELECT 1 FROM subscriptions.follow')).toEqual([]);
  });

  it('every followable kind has it, care models and kinds of other plugins included', async () => {
    const note = await writeNote(hub, { name: 'followed' });
    await anjali.ok(follow, input(note, 'REPLIES'));
    await anjali.ok(follow, input(careModelRef('MCP'), 'WATCHING'));

    const { modelTypes, node } = await anjali.ok(
      'query Read($id: ID!) { modelTypes { code viewerFollow } node(id: $id) { ... on Note { viewerFollow } } }',
      { id: note },
    );

    expect(node.viewerFollow).toBe('REPLIES');
    expect(
      Object.fromEntries(
        modelTypes.map((model: { code: string; viewerFollow: string }) => [model.code, model.viewerFollow]),
      ),
    ).toEqual({
      ...{ MCP: 'WATCHING', PACS: 'NONE', EHCH: 'NONE', UEC: 'NONE', ACC: 'NONE' },
    });
  });

  it('is one’s own: others read their own rule, and signed out there is none', async () => {
    await anjali.ok(follow, input(careModelRef('MCP'), 'WATCHING'));
    const other = await hub.as('siobhan-wrenfield');

    for (const client of [other, hub.anonymous]) {
      expect((await client.ok('{ modelType(code: "MCP") { viewerFollow } }')).modelType.viewerFollow).toBe('NONE');
    }
  });
});

describe('what cannot be followed', () => {
  it('signed out, nothing', async () => {
    expect(await hub.anonymous.codeOf(follow, input(northvale, 'WATCHING'))).toBe('UNAUTHENTICATED');
  });

  it.each(['WATCHING', 'NONE'])('what does not exist is NOT_FOUND (%s)', async (level) => {
    expect(await anjali.codeOf(follow, input(noteRef('nowhere'), level))).toBe('NOT_FOUND');
    expect(await anjali.codeOf(follow, input('nothing:network/known', level))).toBe('NOT_FOUND');
    expect(await anjali.codeOf(follow, input('notification:00000000-0000-4000-8000-000000000000', level))).toBe(
      'NOT_FOUND',
    );
  });

  it.each(['WATCHING', 'NONE'])(
    'what the viewer may not see answers exactly like what does not exist (%s)',
    async (level) => {
      const hidden = await writeNote(hub, { name: 'hidden', visibility: 'draft', owner: northvale });
      const stranger = await hub.as(await strangerToNorthvale());

      const [unseen, absent] = [
        await stranger.run(follow, input(hidden, level)),
        await stranger.run(follow, input(noteRef('absent'), level)),
      ];

      expect(unseen.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
      expect(unseen.errors?.[0]?.message).toBe(absent.errors?.[0]?.message);
    },
  );

  it('a kind that nobody follows is BAD_USER_INPUT with the field', async () => {
    const { errors } = await anjali.run(follow, input(await writeMemo(), 'WATCHING'));

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.targetId', message: 'This cannot be followed' }],
    });
  });

  it.each(['', 'no id', 'note:network/', `note:network/${'x'.repeat(400)}`, 'note:network/a\u0000b'])(
    'a malformed id is BAD_USER_INPUT: %p',
    async (id) => {
      expect(await anjali.codeOf(follow, input(id, 'WATCHING'))).toBe('BAD_USER_INPUT');
    },
  );
});

describe('unfollowing what can no longer be seen', () => {
  it('works all the same, with target null, and then it is as if it did not exist', async () => {
    const stranger = await hub.as(await strangerToNorthvale());
    const closing = await writeNote(hub, { name: 'closing' });
    await stranger.ok(follow, input(closing, 'WATCHING'));
    await writeNote(hub, { name: 'closing', visibility: 'site', owner: northvale });

    expect(await stranger.codeOf(follow, input(closing, 'MUTED'))).toBe('NOT_FOUND');
    expect((await stranger.ok(follow, input(closing, 'NONE'))).follow).toEqual({ level: 'NONE', target: null });
    expect(await hub.sql('SELECT 1 FROM subscriptions.follow WHERE target_ref = $1', [closing])).toEqual([]);
    expect(await stranger.codeOf(follow, input(closing, 'NONE'))).toBe('NOT_FOUND');
  });
});

async function writeMemo(): Promise<EntityRef> {
  const ref = 'memo:network/unfollowed';
  await hub.sql(
    `INSERT INTO core.entity (ref, kind, title, visibility, needs, created_at, updated_at)
     VALUES ($1, 'memo', 'A memo', 'public', '{}', now(), now())`,
    [ref],
  );
  return ref;
}

async function strangerToNorthvale(): Promise<EntityRef> {
  const [member] = await hub.sql<{ ref: EntityRef }>(
    'SELECT ref FROM core.account WHERE NOT keys @> ARRAY[$1]::text[] ORDER BY ref LIMIT 1',
    [northvale],
  );
  return member!.ref;
}
