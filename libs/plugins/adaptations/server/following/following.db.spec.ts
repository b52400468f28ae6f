/** When a source publishes again: adopters hear of it, choose part by part, and follow the newer version. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import {
  drawnOn,
  followDocument,
  moved,
  published,
  publishedAgain,
  requiredSections,
  started,
  updated,
  type Published,
} from '../adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let leonie: TestClient;
let callum: TestClient;
let zubin: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, leonie, callum, zubin] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('leonie-fernmoss'),
    hub.as('callum-pennyroyal'),
    hub.as('zubin-cloverdale'),
  ]);
});
afterAll(() => hub.close());

const huddle = {
  key: 'huddle',
  name: 'The huddle',
  description: null,
  core: true,
  reason: 'Falls are talked about there.',
};
const board = { key: 'board', name: 'The board', description: null, core: false, reason: 'Any wall will do.' };

interface Setting {
  readonly adaptation: string;
  readonly result: string;
  readonly next: Published;
  readonly revision: number;
  readonly draftRevision: number;
}

/** Tollbridge's version 1 is adapted by Northvale, which changes `who_provides` and `how`; version 2 changes `who_provides` and `where`. */
async function setting(): Promise<Setting> {
  const first = await published(callum, { site: 'tollbridge' });
  const withParts = await publishedAgain(callum, await updated(callum, first.id, { components: [huddle, board] }));
  const adaptation = await started(anjali, withParts, 'northvale');
  const result = String(await moved(anjali, adaptation, 'ADAPTING'));
  await updated(anjali, result, {
    sections: [
      { key: 'who_provides', body: 'A senior carer leads it.' },
      { key: 'how', body: 'By telephone.' },
    ],
    components: [huddle, { ...board, name: 'The whiteboard' }],
  });
  const next = await publishedAgain(
    callum,
    await updated(callum, first.id, {
      sections: [
        { key: 'who_provides', body: 'Two nurses lead it.' },
        { key: 'where', body: 'In the lounge.' },
      ],
      components: [
        { ...huddle, reason: 'It is the heart of it.' },
        { ...board, name: 'The chart' },
      ],
    }),
  );
  return { adaptation, result, next, ...(await revisions(adaptation)) };
}

async function revisions(adaptation: string) {
  const { adaptation: found } = await anjali.ok(
    'query($id: ID!) { adaptation(id: $id) { revision result { revision } } }',
    { id: adaptation },
  );
  return { revision: found.revision, draftRevision: found.result?.revision };
}

const follow = (
  client: TestClient,
  { adaptation, next, revision, draftRevision }: Setting,
  choices: object[],
  more = {},
) =>
  client.run(followDocument, {
    input: {
      ...{ adaptation, version: next.currentVersion.id, choices },
      ...{ expectedRevision: revision, expectedDraftRevision: draftRevision },
      ...more,
    },
  });
const codeOf = (answer: Awaited<ReturnType<TestClient['run']>>) => answer.errors?.[0]?.extensions?.code ?? 'OK';
const chosen = (choice: string, more: object = {}) => [
  { part: 'SECTION', key: 'who_provides', choice, ...more },
  {
    part: 'COMPONENT',
    key: 'board',
    choice,
    ...(choice === 'COMBINE' ? { component: { name: 'A board', core: false } } : {}),
  },
];

async function draftOf(result: string) {
  const { node } = await anjali.ok(
    'query($id: ID!) { node(id: $id) { ... on Intervention { draft { key body } nextVersion { components { key name reason } } } } }',
    { id: result },
  );
  const bodies = Object.fromEntries(node.draft.map(({ key, body }: { key: string; body: string }) => [key, body]));
  return { bodies, components: node.nextVersion.components };
}

describe('following a newer version of the source', () => {
  it('takes what only the source changed, keeps what only the site changed, and does with the rest as was chosen', async () => {
    const it = await setting();

    expect(codeOf(await follow(anjali, it, chosen('KEEP')))).toBe('OK');

    const { bodies, components } = await draftOf(it.result);
    expect(bodies).toMatchObject({
      who_provides: 'A senior carer leads it.',
      how: 'By telephone.',
      where: 'In the lounge.',
    });
    expect(components).toEqual([
      { key: 'huddle', name: 'The huddle', reason: 'It is the heart of it.' },
      { key: 'board', name: 'The whiteboard', reason: 'Any wall will do.' },
    ]);
  });

  it('can take theirs of both, and put both together by hand', async () => {
    const [taking, combining] = [await setting(), await setting()];

    await follow(anjali, taking, chosen('TAKE'));
    const both = { body: 'A nurse and a carer.', reason: 'We have one nurse' };
    expect(codeOf(await follow(anjali, combining, chosen('COMBINE', both)))).toBe('OK');

    expect((await draftOf(taking.result)).bodies).toMatchObject({ who_provides: 'Two nurses lead it.' });
    expect((await draftOf(taking.result)).components[1].name).toBe('The chart');
    expect((await draftOf(combining.result)).bodies).toMatchObject({ who_provides: 'A nurse and a carer.' });
    expect((await draftOf(combining.result)).components[1].name).toBe('A board');
  });

  it('is on record with what was decided and why, and the versions followed before', async () => {
    const it = await setting();
    await follow(anjali, it, [
      { part: 'SECTION', key: 'who_provides', choice: 'KEEP', reason: 'No nurse at weekends' },
      { part: 'COMPONENT', key: 'board', choice: 'TAKE' },
    ]);

    const { adaptation } = await anjali.ok(
      `query($id: ID!) { adaptation(id: $id) { sourceIsNewer source { number }
        versionsFollowed { version { number } by { displayName } choices { part key heading choice reason } } } }`,
      { id: it.adaptation },
    );

    expect(adaptation).toMatchObject({ sourceIsNewer: false, source: { number: 3 } });
    expect(adaptation.versionsFollowed.map(({ version }: { version: { number: number } }) => version.number)).toEqual([
      2, 3,
    ]);
    expect(adaptation.versionsFollowed[0].choices).toEqual([]);
    expect(adaptation.versionsFollowed[1].choices).toEqual([
      { part: 'SECTION', key: 'who_provides', heading: 'Who does it', choice: 'KEEP', reason: 'No nurse at weekends' },
      { part: 'SECTION', key: 'where', heading: 'Where', choice: 'TAKE', reason: null },
      { part: 'COMPONENT', key: 'huddle', heading: 'The huddle', choice: 'TAKE', reason: null },
      { part: 'COMPONENT', key: 'board', heading: 'The chart', choice: 'TAKE', reason: null },
    ]);
  });

  it('names each part that both changed and nobody has chosen for, and changes nothing', async () => {
    const it = await setting();
    const before = await draftOf(it.result);

    const { errors } = await follow(anjali, it, []);

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'choices.SECTION.who_provides' }, { path: 'choices.COMPONENT.board' }],
    });
    expect(await draftOf(it.result)).toEqual(before);
    expect(await revisions(it.adaptation)).toEqual({ revision: it.revision, draftRevision: it.draftRevision });
  });

  it.each([
    [
      'of a part that there is not',
      [...chosen('KEEP'), { part: 'SECTION', key: 'nothing', choice: 'KEEP' }],
      'input.choices.2.key',
    ],
    [
      'twice of one part',
      [...chosen('KEEP'), { part: 'SECTION', key: 'who_provides', choice: 'TAKE' }],
      'input.choices.2.key',
    ],
    [
      'to combine without a text',
      [{ part: 'SECTION', key: 'who_provides', choice: 'COMBINE' }, chosen('KEEP')[1]],
      'input.choices.0.body',
    ],
  ])('takes no choice %s', async (_words, choices, path) => {
    const { errors } = await follow(anjali, await setting(), choices as object[]);

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ path }] });
  });

  it('can pass over versions, and not go back', async () => {
    const it = await setting();
    const { id, revision } = await updated(callum, it.next.id, {
      sections: [{ key: 'why', body: 'Falls are feared.' }],
    });
    const last = await publishedAgain(callum, { id, revision });

    expect(codeOf(await follow(anjali, { ...it, next: last }, chosen('KEEP')))).toBe('OK');
    expect((await draftOf(it.result)).bodies).toMatchObject({ why: 'Falls are feared.', where: 'In the lounge.' });
    const now = { ...it, ...(await revisions(it.adaptation)) };
    expect(codeOf(await follow(anjali, now, []))).toBe('BAD_USER_INPUT');
  });

  it('leaves the published result as it is', async () => {
    const it = await setting();
    await anjali.ok(
      'mutation($input: PublishAdaptationInput!) { publishAdaptation(input: $input) { adaptation { id } } }',
      {
        input: { adaptation: it.adaptation, title: `Ours ${it.adaptation}`, summary: 'Our way' },
      },
    );
    await follow(anjali, { ...it, ...(await revisions(it.adaptation)) }, chosen('TAKE'));

    const { node } = await anjali.ok(
      'query($id: ID!) { node(id: $id) { ... on Intervention { currentVersion { number sections { key body } } } } }',
      { id: it.result },
    );
    expect(node.currentVersion.number).toBe(1);
    expect(node.currentVersion.sections).toContainEqual({ key: 'who_provides', body: 'A senior carer leads it.' });
  });

  it('needs no choices of a site that runs it as it is', async () => {
    const first = await published(callum, { site: 'tollbridge' });
    const adaptation = await started(anjali, first, 'northvale');
    await moved(anjali, adaptation, 'RUNNING');
    const next = await publishedAgain(callum, first);
    const { revision } = await revisions(adaptation);
    const as = { adaptation, result: '', next, revision, draftRevision: 0 };

    expect(codeOf(await follow(anjali, as, chosen('KEEP')))).toBe('BAD_USER_INPUT');
    expect(codeOf(await follow(anjali, as, [], { expectedDraftRevision: null }))).toBe('OK');
  });

  it('is for those who edit the record alone', async () => {
    const it = await setting();
    await moved(anjali, it.adaptation, 'TESTING');

    expect(codeOf(await follow(callum, it, chosen('KEEP')))).toBe('FORBIDDEN');
    expect(codeOf(await follow(hub.anonymous, it, chosen('KEEP')))).toBe('UNAUTHENTICATED');
  });

  it('takes no version of something else, and none that the editor cannot see', async () => {
    const it = await setting();
    const other = await publishedAgain(callum, await published(callum, { site: 'tollbridge' }));
    const hidden = await publishedAgain(callum, await published(callum, { site: 'tollbridge', visibility: 'SITE' }));

    expect(codeOf(await follow(anjali, { ...it, next: other }, chosen('KEEP')))).toBe('BAD_USER_INPUT');
    expect(codeOf(await follow(anjali, { ...it, next: hidden }, chosen('KEEP')))).toBe('NOT_FOUND');
  });
});

describe('several people at once', () => {
  it('of two editors who merge at the same moment, one is told that the other was first', async () => {
    const it = await setting();

    const answers = await Promise.all([follow(anjali, it, chosen('KEEP')), follow(leonie, it, chosen('TAKE'))]);

    expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', 'OK']);
    const { bodies } = await draftOf(it.result);
    const kept = answers.map(codeOf).indexOf('OK') === 0;
    expect(bodies['who_provides']).toBe(kept ? 'A senior carer leads it.' : 'Two nurses lead it.');
  });

  it('a text that was written on meanwhile is not merged over', async () => {
    const it = await setting();
    await updated(leonie, it.result, { sections: [{ key: 'who_provides', body: 'Leonie leads it.' }] });

    expect(codeOf(await follow(anjali, it, chosen('TAKE')))).toBe('CONFLICT');
    expect((await draftOf(it.result)).bodies).toMatchObject({ who_provides: 'Leonie leads it.' });
  });

  it('a source that publishes while the site merges leaves them on the version that they looked at, and newer', async () => {
    const it = await setting();
    const draft = await updated(callum, it.next.id, { sections: [{ key: 'why', body: 'Later still.' }] });

    const [answer] = await Promise.all([follow(anjali, it, chosen('KEEP')), publishedAgain(callum, draft)]);

    expect(codeOf(answer)).toBe('OK');
    const { adaptation } = await anjali.ok(
      'query($id: ID!) { adaptation(id: $id) { source { number } sourceIsNewer } }',
      {
        id: it.adaptation,
      },
    );
    expect(adaptation).toEqual({ source: { number: 3 }, sourceIsNewer: true });
    expect((await draftOf(it.result)).bodies['why']).toBe(requiredSections[0]?.body);
  });

  it('two who publish the source at once make one version, and everyone can follow it', async () => {
    const it = await setting();
    const draft = await updated(callum, it.next.id, { sections: [{ key: 'why', body: 'Fear of falls.' }] });
    const publish = () =>
      callum.run(
        'mutation($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { currentVersion { id number } } } }',
        {
          input: { id: draft.id, expectedRevision: draft.revision },
        },
      );

    const answers = await Promise.all([publish(), publish()]);

    expect(answers.map(codeOf).sort()).toEqual(['CONFLICT', 'OK']);
    const made = answers.find((answer) => codeOf(answer) === 'OK')?.data?.['publishIntervention'].intervention;
    expect(made.currentVersion.number).toBe(4);
    expect(codeOf(await follow(anjali, { ...it, next: made }, chosen('KEEP')))).toBe('OK');
  });

  it('a site that starts while the source publishes starts from one version or the other, whole', async () => {
    const first = await published(callum, { site: 'tollbridge' });
    const draft = await updated(callum, first.id, { sections: [{ key: 'why', body: 'Later.' }] });

    const [adaptation] = await Promise.all([started(anjali, first, 'northvale'), publishedAgain(callum, draft)]);

    const { adaptation: found } = await anjali.ok(
      'query($id: ID!) { adaptation(id: $id) { source { number } sourceIsNewer versionsFollowed { version { number } } } }',
      { id: adaptation },
    );
    expect(found).toEqual({
      source: { number: 1 },
      sourceIsNewer: true,
      versionsFollowed: [{ version: { number: 1 } }],
    });
  });
});

describe('news of a new version', () => {
  async function reasons(client: TestClient, subject: string): Promise<string[]> {
    await hub.drain();
    const { notifications } = await client.ok(
      '{ notifications(first: 100) { edges { node { reason happened subject { id } } } } }',
    );
    return notifications.edges
      .filter(({ node }: { node: { subject: { id: string } | null } }) => node.subject?.id === subject)
      .map(({ node }: { node: { reason: string; happened: string } }) => `${node.happened}. ${node.reason}`);
  }

  it('goes to the editors of every site that took it up, draws on it, or stopped; not to those who decided against it', async () => {
    const [first, own] = [
      await published(callum, { site: 'tollbridge' }),
      await published(zubin, { site: 'fenmarsh' }),
    ];
    await moved(anjali, await started(anjali, first, 'northvale'), 'STOPPED');
    await drawnOn(zubin, await started(zubin, own, 'fenmarsh'), first);
    const maureen = await hub.as('maureen-foxglove');
    await moved(maureen, await started(maureen, first, 'eastmere'), 'DECLINED');
    await publishedAgain(callum, first);

    expect((await reasons(anjali, first.id)).join()).toContain('published version 2 of. ');
    expect((await reasons(leonie, first.id)).join()).toContain('something that your site works with');
    expect(await reasons(zubin, first.id)).toHaveLength(1);
    expect(await reasons(maureen, first.id)).toEqual([]);
    expect(await reasons(callum, first.id)).toEqual([]);
  });

  it('does not go to a site from which the source was closed since', async () => {
    const source = await published(callum, { site: 'tollbridge', visibility: 'NETWORK' });
    await started(anjali, source, 'northvale');
    await updated(callum, source.id, { visibility: 'SITE' });
    await publishedAgain(callum, await updated(callum, source.id, { summary: 'For ourselves' }));

    expect(await reasons(anjali, source.id)).toEqual([]);
    expect(await reasons(leonie, source.id)).toEqual([]);
    const meilin = await hub.as('mei-lin-hazelgrove');
    const { node } = await meilin.ok('query($id: ID!) { node(id: $id) { id } }', { id: source.id });
    expect(node).not.toBeNull();
  });
});
