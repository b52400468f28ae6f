/** The conventions at the head of the contract: ids, lists, cursors, times, inputs. Driven by the schema, so that new parts keep them. */
import { getNamedType, GraphQLObjectType, isInputObjectType, isNonNullType, isObjectType } from 'graphql';
import { createTestHub, pluginsOfTheHub, type TestHub } from '@hub/testing';
import { askFor, asking, connections, neededBy, readAt, type ConnectionPlace, type Page } from './support/connections';
import { operationsOf, schema, typesOfTheContract } from './support/inputs';
import { furnish, type World } from './support/world';

let hub: TestHub;
let world: World;

beforeAll(async () => {
  hub = await createTestHub();
  world = await furnish(hub);
});
afterAll(() => hub?.close());

const nodeTypes = schema.getPossibleTypes(schema.getType('Node') as never).map(({ name }) => name);

/** A union; somebody's place at a site; who and where waits for a reply; what was tried somewhere, told by likeness; and what administrators and leads read in lists, and change by what it is about. */
const readInListsAlone = [
  ...['Search', 'SiteMembership', 'CommunityMembership', 'AuditEntry', 'ManagedMember', 'ManagedSite', 'ManagedLetter'],
  ...[
    'BrokenGlass',
    'ParkedDelivery',
    'RecordDue',
    'LegalHold',
    'Tried',
    'Adopter',
    'UnansweredMember',
    'SiteWithoutReply',
  ],
];

function idOf(type: string): string {
  const ids: Record<string, string> = {
    ModelType: 'care-model:network/mcp',
    Site: 'site:network/northvale',
    Member: 'member:network/anjali-thornapple',
    Vanguard: '',
    Intervention: world.published,
    InterventionVersion: world.version,
    Adaptation: world.adaptation,
    CheckIn: world.checkIn,
    Attachment: world.attachment,
    Evaluation: world.evaluation,
    Thread: world.thread,
    Tag: 'tag:network/lesson-1',
    Post: world.post,
    Notification: world.notification,
    Follow: world.follow,
    SiteInvitation: world.invitation,
    JoinRequest: world.joinRequest,
    SiteProposal: world.proposal,
    SavedSearch: world.savedSearch,
    Community: world.community,
    CommunityRequest: world.communityRequest,
    CommunityInvitation: world.communityInvitation,
    Report: world.report,
    ModerationCase: world.case,
    OwnCase: world.ownCase,
  };
  return ids[type] ?? '';
}

it('what is read from the directory alone is in its table, too', async () => {
  const models = (await pluginsOfTheHub()).flatMap(({ reads = [] }) => reads).filter(({ everyEntity }) => everyEntity);
  const missing = await Promise.all(
    models.map(({ kind, source }) =>
      hub.sql(
        `SELECT e.ref FROM core.entity e WHERE e.kind = $1 AND NOT EXISTS (SELECT FROM ${source} t WHERE t.ref = e.ref)`,
        [kind],
      ),
    ),
  );

  expect(models.length).toBeGreaterThan(3);
  expect(missing.flat()).toEqual([]);
});

describe('ids', () => {
  it.each(nodeTypes)('node(id) serves every %s by the id that it has elsewhere', async (type) => {
    const listed =
      type === 'Vanguard'
        ? (await world.anjali.ok('{ vanguards(first: 1) { edges { node { id } } } }')).vanguards.edges[0].node.id
        : idOf(type);

    expect(listed).toBeTruthy();
    const query = `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { again: id } } }`;
    const reader = type === 'ModerationCase' ? world.marisol : world.anjali;
    expect((await reader.ok(query, { id: listed })).node).toEqual({
      __typename: type,
      id: listed,
      again: listed,
    });
  });

  it('every type with an id of its own that can be changed or followed is a Node', () => {
    const followable = schema.getPossibleTypes(schema.getType('Followable') as never).map(({ name }) => name);
    expect(followable.filter((name) => !nodeTypes.includes(name))).toEqual([]);
    const shown = ['Query', ...nodeTypes].flatMap((name) => {
      const type = schema.getType(name) as GraphQLObjectType;
      return Object.values(type.getFields()).map((field) => getNamedType(field.type).name);
    });
    const edges = shown.filter((name) => name.endsWith('Connection')).map((name) => name.replace(/Connection$/, ''));
    expect(edges.filter((name) => !readInListsAlone.includes(name) && !nodeTypes.includes(name))).toEqual([]);
  });

  it('are of one thing only, whatever its type', () => {
    const ids = nodeTypes.map(idOf).filter(Boolean);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('node(id) shows each viewer just what their keys open, for every thing in the directory', async () => {
    const entities = await hub.sql<{ ref: string; needs: string[] }>(
      `SELECT ref, needs FROM core.entity ORDER BY md5(ref)`,
    );
    const leonie = await hub.as('leonie-fernmoss');
    const keysOf = async (member: string) =>
      (
        await hub.sql<{ keys: string[] }>('SELECT keys FROM core.account WHERE ref = $1', [`member:network/${member}`])
      )[0]!.keys;
    const gwen = await hub.as('gwen-stillwater');
    const viewers = [
      { client: hub.anonymous, keys: ['public'] },
      { client: leonie, keys: await keysOf('leonie-fernmoss') },
      { client: gwen, keys: await keysOf('gwen-stillwater') },
    ];
    for (const { client, keys } of viewers) {
      for (let at = 0; at < entities.length; at += 15) {
        const some = entities.slice(at, at + 15);
        const document = `{ ${some.map(({ ref }, n) => `n${n}: node(id: "${ref}") { id }`).join(' ')} }`;
        const shown = await client.ok(document);
        for (const [n, { ref, needs }] of some.entries()) {
          const open = needs.every((key) => keys.includes(key) || key === 'public');
          expect([ref, shown[`n${n}`]]).toEqual([ref, open ? { id: ref } : null]);
        }
      }
    }
    expect(entities.length).toBeGreaterThan(150);
  });
});

it('a thread can be about an intervention, an adaptation or a site, each a Node of its own type', async () => {
  const start = `mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { about { __typename id } } } }`;
  const things = [
    ['Intervention', world.published],
    ['Adaptation', world.adaptation],
    ['Site', 'site:network/northvale'],
  ];
  for (const [type, about] of things) {
    const input = { title: `About ${type}`, body: 'x', modelTypes: ['MCP'], about };
    const { startThread } = await world.anjali.ok(start, { input });
    expect(startThread.thread.about).toEqual({ __typename: type, id: about });
  }
});

describe('lists', () => {
  it('every connection is edges with cursor and node, pageInfo and totalCount, with first and after', () => {
    for (const type of Object.values(schema.getTypeMap())) {
      if (!isObjectType(type) || !type.name.endsWith('Connection')) continue;
      const of = (name: string) => String(type.getFields()[name]?.type);
      const edge = type.name.replace(/Connection$/, 'Edge');
      expect([of('edges'), of('pageInfo'), of('totalCount')]).toEqual([`[${edge}!]!`, 'PageInfo!', 'Int!']);
      const edgeFields = (schema.getType(edge) as GraphQLObjectType).getFields();
      expect(String(edgeFields.cursor?.type)).toBe('String!');
      expect(isNonNullType(edgeFields.node!.type)).toBe(true);
    }
    for (const { owner, field } of connections) {
      const names = (schema.getType(owner) as GraphQLObjectType).getFields()[field]!.args.map(({ name }) => name);
      expect([owner, field, names.includes('first'), names.includes('after')]).toEqual([owner, field, true, true]);
      expect(names.includes('last')).toBe(names.includes('before'));
    }
  });

  const each = connections.map((place) => [place.name, place] as const);
  const ask = (place: ConnectionPlace, args: string) => askFor(place, world, args);
  const ids = (page: Page | null) => page?.edges.map(({ node }) => node.id) ?? [];

  it.each(each)('%s answers no edges to first: 0, with its count', async (_name, place) => {
    const [none, some] = [(await ask(place, 'first: 0')).page!, (await ask(place, '')).page!];

    expect(none.edges).toEqual([]);
    expect(none.totalCount).toBe(some.totalCount);
    expect(none.pageInfo).toMatchObject({ startCursor: null, endCursor: null, hasNextPage: some.totalCount > 0 });
  });

  it.each(each)(
    '%s refuses sizes out of range, and cursors that are malformed or of another list',
    async (_name, place) => {
      const other = connections.find(
        ({ field }) => field === (place.name === 'Query.vanguards' ? 'sites' : 'vanguards'),
      )!;
      const foreign = (await ask(other, 'first: 1')).page!.pageInfo.endCursor;
      const cases = [
        ['first', 'first: -1'],
        ['first', 'first: 101'],
        ['after', 'first: 1, after: "nonsense"'],
        ['after', 'first: 1, after: ""'],
        ['after', `first: 1, after: "${foreign}"`],
        ['after', `first: 0, after: "${foreign}"`],
        ['after', `after: "${foreign}x"`],
        ...(place.backwards
          ? [
              ['last', 'last: -1'],
              ['last', 'last: 101'],
              ['before', `last: 1, before: "${foreign}"`],
            ]
          : []),
      ] as const;

      for (const [field, args] of cases) {
        expect([args, await ask(place, args)]).toEqual([args, { page: null, code: 'BAD_USER_INPUT', fields: [field] }]);
      }
      expect((await ask(place, 'first: 100')).code).toBeNull();
    },
  );

  it.each(each)('%s read in pages is the whole list, each once', async (_name, place) => {
    const whole = (await ask(place, 'first: 100')).page!;
    const size = Math.max(1, Math.ceil(whole.edges.length / 3));
    const seen: string[] = [];
    let after: string | null = null;
    for (let turn = 0; turn < 5; turn += 1) {
      const page: Page = (await ask(place, `first: ${size}${after ? `, after: "${after}"` : ''}`)).page!;
      seen.push(...ids(page));
      expect(page.totalCount).toBe(whole.totalCount);
      expect(page.pageInfo.hasNextPage).toBe(seen.length < whole.totalCount);
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage || seen.length >= whole.edges.length) break;
    }

    // A list of more than 100 is compared as far as one page goes.
    expect(seen.slice(0, whole.edges.length)).toEqual(ids(whole));
    expect(new Set(seen).size).toBe(seen.length);
    if (whole.totalCount <= 100) expect(seen).toHaveLength(whole.totalCount);
  });

  it.each(each.filter(([, place]) => place.backwards))('%s can be read backwards', async (_name, place) => {
    const whole = (await ask(place, 'first: 100')).page!;
    const last = (await ask(place, 'last: 2')).page!;

    if (whole.totalCount <= 100) expect(ids(last)).toEqual(ids(whole).slice(-2));
    const cursor = whole.edges.at(-1)?.cursor;
    if (!cursor) return;
    const before = (await ask(place, `last: 2, before: "${cursor}"`)).page!;
    expect(ids(before)).toEqual(ids(whole).slice(0, -1).slice(-2));
    expect(before.pageInfo.hasNextPage).toBe(true);
    expect((await ask(place, `first: 1, last: 1`)).code).toBe('BAD_USER_INPUT');
  });

  it.each(each)(
    '%s answers when it is asked for nothing but its name, its total or its page info',
    async (_name, place) => {
      const { owner, field } = place;
      const args = neededBy(field) && `(${neededBy(field)})`;
      for (const selection of [
        '__typename',
        'totalCount',
        'pageInfo { __typename }',
        'edges { __typename }',
        'edges { node { __typename } }',
      ]) {
        const { document } = readAt(owner, `${field}${args} { ${selection} }`, world);
        expect((await asking(field, world).run(document)).errors).toBeUndefined();
      }
    },
  );

  it('a cursor of a list that only its total is asked of is checked all the same', async () => {
    expect(await world.anjali.codeOf('{ sites(after: "nonsense") { totalCount } }')).toBe('BAD_USER_INPUT');
    expect(await world.anjali.codeOf('{ threads(last: 1, before: "nonsense") { __typename } }')).toBe('BAD_USER_INPUT');
  });
});

describe('inputs', () => {
  const inputOf = (name: string) => {
    const [argument, ...others] = schema.getMutationType()!.getFields()[name]!.args;
    const type = getNamedType(argument!.type);
    return { name: argument!.name, others, fields: isInputObjectType(type) ? type.getFields() : {} };
  };

  it('every mutation takes one input and returns a payload with the changed object', () => {
    for (const name of operationsOf('Mutation')) {
      const { name: argument, others } = inputOf(name);
      expect([name, argument, others]).toEqual([name, 'input', []]);
      const payload = schema.getMutationType()!.getFields()[name]!.type;
      expect(String(payload)).toMatch(/Payload!$/);
      expect(Object.keys((getNamedType(payload) as GraphQLObjectType).getFields()).length).toBeGreaterThan(0);
    }
  });

  it('every create, start, record, move, publish and reply input takes clientMutationId', () => {
    const creating = operationsOf('Mutation').filter((name) => /^(create|start|record|move|publish|reply)/.test(name));
    expect(creating).toHaveLength(15);
    expect(creating.filter((name) => !inputOf(name).fields.clientMutationId)).toEqual([]);
  });

  it('every edit of a shared document takes expectedRevision', () => {
    const editing = ['updateIntervention', 'publishIntervention', 'moveAdaptation', 'publishAdaptation', 'editPost'];
    expect(editing.filter((name) => !inputOf(name).fields.expectedRevision)).toEqual([]);
  });

  it('every edit that needs expectedRevision takes clientMutationId: who sends it again does not conflict with themselves (R8)', () => {
    const edits = operationsOf('Mutation').filter((name) => isNonNullType(inputOf(name).fields.expectedRevision?.type));
    expect(edits.length).toBeGreaterThan(10);
    expect(edits.filter((name) => !inputOf(name).fields.clientMutationId)).toEqual([]);
  });
});

describe('values', () => {
  it('every time is UTC with milliseconds', async () => {
    const asked = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && typesOfTheContract().includes(type.name)
        ? Object.values(type.getFields())
            .filter((field) => getNamedType(field.type).name === 'DateTime')
            .map((field) => `${type.name}.${field.name}`)
        : [],
    );
    const { adaptations } = (
      await world.anjali.ok(`{ intervention(slug: "breathlessness-clinic") { adaptations(first: 20) { edges { node {
        startedAt publishedAt lastWordAt suitability { happenedOn } modifications { recordedAt } history { at } source { publishedAt } } } } } }`)
    ).intervention;
    const { threads, notifications } = await world.anjali.ok(`{
      threads(first: 40) { edges { node { createdAt lastActivityAt posts(first: 5) { edges { node { createdAt editedAt } } } } } }
      notifications(first: 20) { edges { node { createdAt readAt } } } }`);
    const marked = await world.anjali.ok('mutation { markNotificationsRead(input: { all: true }) { readAt } }');
    const times =
      JSON.stringify([adaptations, threads, notifications, marked]).match(/"[^"]*(?:At|On|at)":"[^"]*"/g) ?? [];

    expect(asked.sort()).toEqual([
      'Adaptation.lastWordAt',
      'Adaptation.publishedAt',
      'Adaptation.startedAt',
      'InterventionVersion.publishedAt',
      'Modification.recordedAt',
      'Notification.createdAt',
      'Notification.readAt',
      'NotificationsPayload.readAt',
      'Post.createdAt',
      'Post.editedAt',
      'StageChange.at',
      'SuitabilityEntry.happenedOn',
      'Thread.createdAt',
      'Thread.lastActivityAt',
    ]);
    for (const field of [
      'publishedAt',
      'startedAt',
      'recordedAt',
      'createdAt',
      'readAt',
      'at',
      'happenedOn',
      'lastActivityAt',
    ]) {
      const some = times.filter((time) => time.startsWith(`"${field}"`));
      expect([field, some.length > 0]).toEqual([field, true]);
    }
    expect(times.filter((time) => !/:"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z"$/.test(time))).toEqual([]);
  });

  it('text that people write comes back as they wrote it, never as HTML of the server', async () => {
    const body = '# A *heading*\n\n<script>alert(1)</script>\r\n[x](javascript:alert(1)) 👩‍⚕️';
    const response = await world.anjali.post('/graphql', {
      query: 'mutation ($input: ReplyInput!) { reply(input: $input) { post { body } } }',
      variables: { input: { thread: world.thread, body } },
    });

    expect(response.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await response.json()) as object).toMatchObject({ data: { reply: { post: { body } } } });
  });

  it('a slug finds one thing in the whole hub, whichever site owns it', async () => {
    const slugs = await hub.sql<{ kind: string; n: string; many: string }>(
      `SELECT kind, split_part(ref, '/', 2) AS n, count(*) AS many FROM core.entity
       WHERE kind IN ('intervention', 'thread', 'site', 'vanguard') GROUP BY 1, 2 HAVING count(*) > 1`,
    );
    expect(slugs).toEqual([]);
  });
});
