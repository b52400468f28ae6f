/** What the demonstration network shows of moderation: cases in each state, for the two moderators that it has. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const queue = `{ viewer { viewerCanModerate viewerCasesWaiting viewerCasesUnseen }
  casesWaiting(first: 20) { edges { node { reason hidden anonymous viewerCanDecide thread { title } } } }
  casesDecided(first: 20) { edges { node { decision words appeal { upheld } nameOpenings { reason } } } }
  appealsWaiting(first: 20) { edges { node { viewerCanDecideAppeal } } } }`;

let hub: TestHub;
let marisol: TestClient;
let jonty: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  marisol = await hub.as('marisol-greywether');
  jonty = await hub.as('jonty-brackenridge');
});
afterAll(() => hub?.close());

const read = async (client: TestClient) => {
  const data = await client.ok(queue);
  const nodes = (name: string) => data[name].edges.map(({ node }: { node: object }) => node);
  return {
    viewer: data.viewer,
    waiting: nodes('casesWaiting'),
    decided: nodes('casesDecided'),
    appeals: nodes('appealsWaiting'),
  };
};

it('cases wait, the hidden one with details of a patient first, and an appeal for the moderator who did not decide', async () => {
  const { viewer, waiting, appeals } = await read(marisol);

  expect(viewer).toEqual({ viewerCanModerate: true, viewerCasesWaiting: 4, viewerCasesUnseen: 1 });
  expect(waiting).toEqual([
    expect.objectContaining({ reason: 'PATIENT_DETAILS', hidden: true, viewerCanDecide: true }),
    expect.objectContaining({ reason: 'HARM', anonymous: true, hidden: false }),
    expect.objectContaining({ reason: 'UNKIND' }),
  ]);
  expect(appeals).toEqual([{ viewerCanDecideAppeal: true }]);
});

it('each decision was made once: kept, cut, removed, and restored after an appeal; a name was opened', async () => {
  const { decided } = await read(marisol);

  expect(decided.map(({ decision }: { decision: string }) => decision)).toEqual([
    ...['REMOVE', 'EDIT_OUT', 'KEEP', 'REMOVE', 'KEEP'],
  ]);
  expect(decided[0].appeal).toEqual({ upheld: true });
  expect(decided[1].words).toMatch(/^Our first who chose the coach was \[cut out by a moderator\]\. /);
  expect(decided[4].nameOpenings).toHaveLength(1);
});

it('a moderator sees cases of the communities that they belong to, and decides none that they reported', async () => {
  const { waiting } = await read(jonty);
  const about = (title: RegExp) =>
    waiting.find(({ thread }: { thread: { title: string } }) => title.test(thread.title));

  expect(about(/^Seven months of data/)).toMatchObject({ reason: 'OTHER', viewerCanDecide: true });
  expect(about(/^Whom do we tell first/)).toBeUndefined();
  expect(waiting.filter(({ viewerCanDecide }: { viewerCanDecide: boolean }) => !viewerCanDecide)).toHaveLength(1);
});
