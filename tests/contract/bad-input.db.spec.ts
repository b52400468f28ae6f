/** Every place of the API that takes a value is given bad ones: each answer is coded, names the field, and changes nothing. */
import { isInputObjectType, isNonNullType, getNamedType } from 'graphql';
import { createTestHub, type TestHub } from '@hub/testing';
import { harmlessTo, refusedBy, withValue } from './support/bad-values';
import { neededBy, readable, readAt } from './support/connections';
import { argumentsOf, documentOf, leavesOf, nestedArguments, operationsOf, type Leaf } from './support/inputs';
import { plainArguments } from './support/plain-inputs';
import { eachOf, fingerprint, flawOf, flawOfRefusal, send } from './support/requests';
import { furnish, inputsOf, type World } from './support/world';

let hub: TestHub;
let world: World;
let inputs: Readonly<Record<string, Record<string, unknown>>>;

beforeAll(async () => {
  hub = await createTestHub();
  world = await furnish(hub);
  inputs = {
    ...Object.fromEntries(
      mutations.map((name) => [name, plainArguments('Mutation', name).input as Record<string, unknown>]),
    ),
    ...inputsOf(world),
  };
});
afterAll(() => hub?.close());

const mutations = operationsOf('Mutation').filter((name) => argumentsOf('Mutation', name).length > 0);
const queries = operationsOf('Query').filter((name) => argumentsOf('Query', name).length > 0);

/** What stands in the database, where no test has written since it was last looked at. */
let standing: string | null = null;

const whatStands = async () => (standing ??= await fingerprint(hub));
const lookAgain = async () => (standing = await fingerprint(hub));

/** The revision that an edit must name to be taken. */
async function revisionNow(name: string): Promise<number> {
  const { id, intervention, adaptation, post, thread, community, case: decided } = inputs[name] ?? {};
  if (decided) return 1;
  const { node } = await world.anjali.ok(
    'query ($id: ID!) { node(id: $id) { ... on Intervention { revision } ... on Adaptation { revision } ... on Post { revision } ... on Thread { revision } ... on Evaluation { revision } ... on Community { revision } } }',
    { id: id ?? intervention ?? adaptation ?? post ?? thread ?? community },
  );
  return node.revision;
}

const inputOf = (name: string): Record<string, unknown> => ({ input: inputs[name] });
const inputNow = async (name: string) => ({ input: { ...inputs[name], expectedRevision: await revisionNow(name) } });

describe.each(mutations)('%s', (name) => {
  const document = documentOf('Mutation', name);
  const leaves = leavesOf(argumentsOf('Mutation', name));

  it('refuses what it cannot take with the field and a sentence, and changes nothing', async () => {
    expect(inputs[name]).toBeDefined();
    const before = await whatStands();
    const flaws: string[] = [];
    const cases = leaves.flatMap((leaf) => refusedBy(leaf).map((bad) => ({ leaf, bad })));

    await eachOf(cases, async ({ leaf, bad }) => {
      const answer = await send(world.anjali, document, withValue(inputOf(name), leaf.path, bad.value));
      const flaw = flawOfRefusal(answer, leaf.path);
      if (flaw) flaws.push(`${leaf.path} with ${bad.what}: ${flaw}`);
    });

    expect(flaws).toEqual([]);
    expect(await lookAgain()).toBe(before);
  });

  it('answers NOT_FOUND to ids of nothing and of something else, and changes nothing', async () => {
    const before = await whatStands();
    const flaws: string[] = [];
    const cases = leaves
      .filter(({ type, path }) => type === 'ID' && !path.startsWith('input.filter.'))
      .flatMap((leaf) => strangeIds(name, leaf).map((id) => ({ leaf, id })));
    // Its files are looked for only when the edit is not stale.
    const input = name === 'editPost' ? await inputNow(name) : inputOf(name);

    await eachOf(cases, async ({ leaf, id }) => {
      const answer = await send(world.anjali, document, withValue(input, leaf.path, id));
      const code = answer.errors?.[0]?.extensions.code;
      if (flawOf(answer) || !['NOT_FOUND', 'BAD_USER_INPUT', 'FORBIDDEN'].includes(code ?? ''))
        flaws.push(`${leaf.path} with ${id}: ${flawOf(answer) ?? code ?? 'was taken'}`);
    });

    expect(flaws).toEqual([]);
    expect(await lookAgain()).toBe(before);
  });

  it('stumbles over nothing that it may take or refuse', async () => {
    standing = null;
    const flaws: string[] = [];
    const cases = leaves.flatMap((leaf) => harmlessTo(leaf).map((odd) => ({ leaf, odd })));
    const isEdit = 'expectedRevision' in (inputs[name] ?? {});

    await eachOf(
      cases,
      async ({ leaf, odd }) => {
        const input = isEdit ? await inputNow(name) : inputOf(name);
        const flaw = flawOf(await send(world.anjali, document, withValue(input, leaf.path, odd.value)));
        if (flaw) flaws.push(`${leaf.path} with ${odd.what}: ${flaw}`);
      },
      isEdit ? 1 : 8,
    );

    expect(flaws).toEqual([]);
  });

  it('takes no field that it does not name, gives no hint, and needs a session', async () => {
    const before = await whatStands();
    const strange = ['role', 'owner', 'author', 'keys', 'titel', 'modelType'];
    for (const field of strange.filter((word) => !(word in inputFields(name)))) {
      const answer = await send(world.anjali, document, { input: { ...inputs[name], [field]: 'x' } });
      expect(flawOfRefusal(answer, 'input')).toBeNull();
    }
    const signedOut = await send(hub.anonymous, document, inputOf(name));

    expect(signedOut.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    expect(await lookAgain()).toBe(before);
  });
});

function inputFields(name: string): object {
  const type = getNamedType(argumentsOf('Mutation', name)[0]!.type);
  return isInputObjectType(type) ? type.getFields() : {};
}

/** Ids of nothing, and of things of every kind that the place is not for. */
function strangeIds(mutation: string, { path }: Leaf): string[] {
  const uuid = '00000000-0000-4000-8000-000000000000';
  const kinds = ['version', 'post', 'notification', 'suitability', 'modification', 'nothing'];
  const nothing = [
    ...kinds.map((kind) => `${kind}:${uuid}`),
    ...['intervention', 'adaptation', 'thread', 'site', 'member', 'care-model', 'nothing'].map(
      (kind) => `${kind}:network/never-was`,
    ),
    'vanguard:history/never-was',
  ];
  const field = path.split('.')[1];
  const other = {
    'member:network/callum-pennyroyal': true,
    [world.foreignAdaptation]: true,
    [world.notification]: field !== 'ids',
    [world.version]: field !== 'sourceVersion',
    [world.draft]: !['id', 'about', 'intervention', 'targetId', 'ending', 'subject'].includes(field ?? ''),
    [world.thread]: field !== 'thread' && field !== 'targetId',
    [world.post]: !['post', 'inReplyTo', 'upToPost'].includes(field ?? ''),
  };
  const taken: Readonly<Record<string, readonly string[]>> = {
    startThread: ['member:network/callum-pennyroyal', world.thread],
    inviteToCommunity: ['member:network/callum-pennyroyal'],
    follow: ['member:network/callum-pennyroyal'],
    pinResource: [world.thread, world.foreignAdaptation],
    unpinResource: [world.thread, world.foreignAdaptation],
  };
  return [...nothing, ...Object.keys(other).filter((id) => other[id] && !taken[mutation]?.includes(id))];
}

describe.each(queries)('%s', (name) => {
  const document = documentOf('Query', name);
  const leaves = leavesOf(argumentsOf('Query', name));
  const args = plainArguments('Query', name);

  it('refuses what it cannot take with the argument and a sentence', async () => {
    const missing = argumentsOf('Query', name).filter((arg) => isNonNullType(arg.type) && !(arg.name in args));
    expect(missing).toEqual([]);
    const flaws: string[] = [];
    const cases = leaves
      .flatMap((leaf) => refusedBy(leaf).map((bad) => ({ leaf, bad })))
      .filter(({ bad }) => name !== 'whoWouldSee' || bad.value !== 'COMMUNITY');

    await eachOf(cases, async ({ leaf, bad }) => {
      const flaw = flawOfRefusal(await send(world.anjali, document, withValue(args, leaf.path, bad.value)), leaf.path);
      if (flaw) flaws.push(`${leaf.path} with ${bad.what}: ${flaw}`);
    });

    expect(flaws).toEqual([]);
  });

  it('stumbles over nothing that it may take or refuse', async () => {
    const flaws: string[] = [];
    const cases = leaves.flatMap((leaf) =>
      [
        ...harmlessTo(leaf),
        ...(leaf.type === 'ID' ? strangeIds(name, leaf).map((value) => ({ what: value, value })) : []),
      ].map((odd) => ({ leaf, odd })),
    );

    await eachOf(cases, async ({ leaf, odd }) => {
      const flaw = flawOf(await send(world.anjali, document, withValue(args, leaf.path, odd.value)));
      if (flaw) flaws.push(`${leaf.path} with ${odd.what}: ${flaw}`);
    });

    expect(flaws).toEqual([]);
  });
});

it('arguments below the root refuse what they cannot take, with their name and a sentence', async () => {
  const flaws: string[] = [];
  const cases = nestedArguments().flatMap(({ owner, field, argument, leaf }) =>
    refusedBy(leaf)
      .map((bad) => ({ owner, field, argument, leaf, bad, refused: true }))
      .concat(harmlessTo(leaf).map((bad) => ({ owner, field, argument, leaf, bad, refused: false }))),
  );
  expect(cases.map(({ owner }) => owner).filter((owner) => !readable.includes(owner))).toEqual([]);

  await eachOf(cases, async ({ owner, field, argument, leaf, bad, refused }) => {
    const others = neededBy(field).startsWith(`${argument.name}:`) ? '' : neededBy(field);
    const asked = `${field}(${argument.name}: $${argument.name} ${others}) { __typename }`;
    const document = `query ($${argument.name}: ${String(argument.type)}) ${readAt(owner, asked, world).document}`;
    const answer = await send(world.anjali, document, withValue({}, leaf.path, bad.value));
    const flaw = refused ? flawOfRefusal(answer, leaf.path) : flawOf(answer);
    if (flaw) flaws.push(`${owner}.${field}(${leaf.path}) with ${bad.what}: ${flaw}`);
  });

  expect(flaws).toEqual([]);
});

it('values written into the document are refused like those in variables', async () => {
  const written = [
    '{ search(text: "a\\u0000b") { totalCount } }',
    '{ site(slug: "a\\u0000b") { id } }',
    '{ node(id: "nonsense") { id } }',
    '{ interventions(filter: { text: "a\\u0000b" }) { totalCount } }',
    'mutation { startThread(input: { title: "a\\u0000b", body: "x", modelTypes: ["MCP"] }) { thread { id } } }',
    `mutation { recordSuitability(input: { adaptation: "${world.adaptation}", kind: OTHER, title: "x", finding: "x", figures: [{ label: "x", value: 1e999 }] }) { adaptation { id } } }`,
  ];
  for (const document of written) {
    const answer = await send(world.anjali, document, {});
    expect([document, answer.errors?.[0]?.extensions.code, flawOf(answer)]).toEqual([document, 'BAD_USER_INPUT', null]);
  }
  const half = await send(world.anjali, '{ site(slug: "a\\ud800b") { id } }', {});
  expect(half.errors?.[0]?.extensions.code).toBe('GRAPHQL_PARSE_FAILED');
});
