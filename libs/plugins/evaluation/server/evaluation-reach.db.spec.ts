/** Who sees evaluations, who hears of them, and how they are found. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { begun, coughPathway, published, sees, updateDocument, withdrawn, written } from './testing/evaluations';

let hub: TestHub;
let anjali: TestClient;
let zubin: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, zubin] = await Promise.all([hub.as('anjali-thornapple'), hub.as('zubin-cloverdale')]);
});
afterAll(() => hub?.close());

const list = `query ($filter: EvaluationFilter, $first: Int, $after: String) {
  evaluations(filter: $filter, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { id verdict status publishedAt } } } }`;
const idsIn = async (client: TestClient, filter: object) =>
  (await client.ok(list, { filter, first: 100 })).evaluations.edges.map(
    ({ node }: { node: { id: string } }) => node.id,
  );

/** An intervention of Northvale for these. */
async function ownIntervention(visibility: string): Promise<string> {
  const sections = ['why', 'procedures', 'who_provides', 'how', 'where', 'when_how_much'].map((key) => ({
    key,
    body: key,
  }));
  const { createIntervention } = await anjali.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
    { input: { site: 'northvale', title: 'For some', summary: 'S', modelTypes: ['MCP'], visibility, sections } },
  );
  const { id } = createIntervention.intervention;
  await anjali.ok(
    'mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { id } } }',
    {
      input: { id, expectedRevision: 1 },
    },
  );
  return id;
}

describe('who sees an evaluation', () => {
  it('of a draft: those who write or evaluate for its site, and nobody else, in no list and no count', async () => {
    const bernard = await hub.as('bernard-oakapple');
    await anjali.ok('mutation ($input: ChangeSiteRoleInput!) { changeSiteRole(input: $input) { member { id } } }', {
      input: { site: 'northvale', member: 'member:network/bernard-oakapple', role: 'PATIENT_REPRESENTATIVE' },
    });
    const { id } = await written(anjali);
    const filter = { about: coughPathway };
    const [before, elsewhere] = [await idsIn(anjali, filter), await idsIn(zubin, filter)];

    expect([
      await sees(anjali, id),
      await sees(bernard, id),
      await sees(zubin, id),
      await sees(hub.anonymous, id),
    ]).toEqual([...[true, false, false, false]]);
    expect(before).toContain(id);
    expect(elsewhere).not.toContain(id);
    expect(await idsIn(bernard, filter)).toEqual(elsewhere);
    const { evaluationSubject } = await zubin.ok(
      `{ evaluationSubject(id: "${coughPathway}") { evaluations { totalCount } } }`,
    );
    expect(evaluationSubject.evaluations.totalCount).toBe(elsewhere.length);
  });

  it.each([
    ['PUBLIC', [true, true, true]],
    ['NETWORK', [true, true, false]],
    ['SITE', [true, false, false]],
  ])('of a published one: whoever sees what it is about, here %s', async (visibility, seen) => {
    const { id } = await published(anjali, { about: await ownIntervention(visibility) });

    expect([await sees(anjali, id), await sees(zubin, id), await sees(hub.anonymous, id)]).toEqual(seen);
  });

  it('follows what it is about when that is opened, also once it was withdrawn', async () => {
    const about = await ownIntervention('NETWORK');
    const { id } = await withdrawn(anjali, await published(anjali, { about }));
    const before = await sees(hub.anonymous, id);
    await anjali.ok(
      'mutation ($input: SetInterventionVisibilityInput!) { setInterventionVisibility(input: $input) { intervention { id } } }',
      { input: { id: about, visibility: 'PUBLIC' } },
    );

    expect([before, await sees(hub.anonymous, id)]).toEqual([false, true]);
  });

  it('stands beside it in words', async () => {
    const [draft, shown] = [await begun(anjali), await published(anjali)];
    const words = async (id: string) =>
      (await anjali.ok('query ($id: ID!) { evaluation(id: $id) { whoCanSee } }', { id })).evaluation.whoCanSee;

    expect(await words(draft.id)).toBe('Those who write or evaluate for Northvale');
    expect(await words(shown.id)).toBe('Anyone, also without an account');
  });
});

describe('evaluations are listed', () => {
  it('newest first, whichever way they went, page after page', async () => {
    const all = await idsIn(hub.anonymous, {});
    const { evaluations: first } = await hub.anonymous.ok(list, { first: 2 });
    const { evaluations: next } = await hub.anonymous.ok(list, { first: 100, after: first.pageInfo.endCursor });
    const pages = [...first.edges, ...next.edges].map(({ node }) => node);

    expect(pages.map(({ id }) => id)).toEqual(all);
    const dates = pages.map(({ publishedAt }) => publishedAt);
    expect(dates).toEqual([...dates].sort().reverse());
    expect(first.totalCount).toBe(all.length);
  });

  it('by what they say, by site, by care model, by their state and by words', async () => {
    const failed = 'evaluation:harbourside/gps-in-a-and-e-made-no-difference-to-the-wait';

    expect(await idsIn(hub.anonymous, { verdicts: ['DID_NOT_WORK'] })).toEqual([failed]);
    expect(await idsIn(hub.anonymous, { sites: ['harbourside'] })).toEqual([failed]);
    expect(await idsIn(hub.anonymous, { text: 'nurses at the door' })).toEqual([failed]);
    expect(await idsIn(hub.anonymous, { modelTypes: ['ACC'] })).toEqual([]);
    expect(await idsIn(hub.anonymous, { status: ['DRAFT'] })).toEqual([]);
  });

  it('with their site', async () => {
    const { site } = await hub.anonymous.ok('{ site(slug: "harbourside") { evaluations { totalCount } } }');

    expect(site.evaluations.totalCount).toBe(1);
  });
});

describe('who hears of evaluations', () => {
  const heard = async (client: TestClient, subject: string): Promise<string[]> => {
    await hub.drain();
    const { notifications } = await client.ok(
      '{ notifications(first: 100) { edges { node { happened subject { id } } } } }',
    );
    return notifications.edges
      .filter(({ node }: { node: { subject: { id: string } | null } }) => node.subject?.id === subject)
      .map(({ node }: { node: { happened: string } }) => node.happened);
  };
  const follow = (client: TestClient, targetId: string) =>
    client.ok('mutation ($input: FollowInput!) { follow(input: $input) { level } }', {
      input: { targetId, level: 'WATCHING' },
    });

  it('those who follow what it is about: when it is published, corrected and withdrawn, and never of a draft', async () => {
    await follow(zubin, coughPathway);
    const draft = await written(anjali, { title: 'Told of' });
    expect(await heard(zubin, draft.id)).toEqual([]);

    const one = await published(anjali, { title: 'Told of later' });
    expect(await heard(zubin, one.id)).toEqual(['published the evaluation']);
    const { updateEvaluation } = await anjali.ok(updateDocument, {
      input: { id: one.id, expectedRevision: one.revision, findings: 'Fewer', correction: 'A word' },
    });
    await withdrawn(anjali, updateEvaluation.evaluation);
    expect((await heard(zubin, one.id)).sort()).toEqual([
      ...['corrected the evaluation', 'published the evaluation', 'withdrew the evaluation'],
    ]);
  });

  it('nobody who may not see what it is about', async () => {
    const gwen = await hub.as('gwen-stillwater');
    await follow(gwen, 'site:network/northvale');
    const { id } = await published(anjali, { about: await ownIntervention('SITE') });

    expect(await heard(gwen, id)).toEqual([]);
  });
});

it('they are found by their words, by those who see them', async () => {
  const { id } = await written(anjali, { question: 'Do numbats write letters?' });
  await hub.drain();
  const found = async (client: TestClient) =>
    (
      await client.ok(
        '{ search(text: "numbats", kinds: [EVALUATION]) { edges { node { ... on Evaluation { id } } } } }',
      )
    ).search.edges.map(({ node }: { node: { id: string } }) => node.id);

  expect(await found(anjali)).toEqual([id]);
  expect(await found(zubin)).toEqual([]);
});

it('what somebody wrote is in their export; when they leave, it stays the site’s, by a former member (J5)', async () => {
  const leonie = await hub.as('leonie-fernmoss');
  const { id } = await published(leonie, { title: 'By Leonie' });
  const { exportMyData } = await leonie.ok('mutation { exportMyData(input: {}) { content } }');
  await leonie.ok('mutation { eraseMe(input: { confirmName: "Leonie Fernmoss" }) { erased } }');

  expect(JSON.parse(exportMyData.content).evaluations.begun).toMatchObject([{ evaluation: id, title: 'By Leonie' }]);
  const { evaluation } = await anjali.ok('query ($id: ID!) { evaluation(id: $id) { title author { displayName } } }', {
    id,
  });
  expect(evaluation).toEqual({ title: 'By Leonie', author: { displayName: 'Former member' } });
});

it('what they may not see any more is in it without its words (Z8)', async () => {
  const petra = await hub.as('petra-quillfeather');
  const { id } = await written(petra, { title: 'Kept among us' });
  const begun = async () => {
    const { exportMyData } = await petra.ok('mutation { exportMyData(input: {}) { content } }');
    return JSON.parse(exportMyData.content).evaluations.begun as unknown[];
  };
  expect(await begun()).toContainEqual(expect.objectContaining({ evaluation: id, title: 'Kept among us' }));

  await anjali.ok('mutation ($input: RemoveFromSiteInput!) { removeFromSite(input: $input) { site { id } } }', {
    input: { site: 'site:network/northvale', member: 'member:network/petra-quillfeather' },
  });

  const kept = await begun();
  const noWords = { evaluation: null, title: null, question: null, findings: null, begunAt: expect.any(String) };
  expect(kept).toContainEqual(noWords);
  expect(JSON.stringify(kept)).not.toContain('among us');
});

describe('the demonstration', () => {
  it('has evaluations that went each way, marked as made up, with figures of its own series', async () => {
    const { evaluations } = await zubin.ok(
      '{ evaluations(first: 50) { edges { node { verdict illustrative figures { label value unit } about { id } } } } }',
    );
    const nodes: { verdict: string; illustrative: boolean; about: { id: string }; figures: object[] }[] =
      evaluations.edges.map(({ node }: { node: never }) => node);
    const made = nodes.filter(({ illustrative }) => illustrative);

    expect(new Set(made.map(({ verdict }) => verdict))).toEqual(
      new Set(['WORKED', 'MIXED', 'DID_NOT_WORK', 'TOO_EARLY']),
    );
    expect(made.find(({ verdict }) => verdict === 'WORKED')?.figures).toContainEqual({
      ...{ label: 'Cough, last six months', value: 12.5, unit: 'letters a month' },
    });
    expect(made.map(({ about }) => about.id)).toContain('adaptation:fenmarsh/locality-team-meetings');
  });
});
