/** Interventions in search and in the news, where these plugins are there. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { sectionItems } from '@hub/plugins/interventions/contract';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let honor: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['interventions', 'search', 'subscriptions'] });
  anjali = await hub.as('anjali-thornapple');
  callum = await hub.as('callum-pennyroyal');
  honor = await hub.as('honor-applegarth');
});
afterAll(() => hub?.close());

const search = `query ($text: String!, $kinds: [SearchKind!]) { search(text: $text, kinds: $kinds) {
  totalCount edges { node { ... on Intervention { slug } ... on Site { slug } ... on Member { displayName } } }
} }`;
const found = async (client: TestClient, text: string, kinds?: string[]) =>
  (await client.ok(search, { text, kinds })).search.edges.map(({ node }: { node: object }) => node);

async function draft(title: string, body: string) {
  const sections = sectionItems.map(({ key }) => ({ key, body }));
  const input = { site: 'northvale', title, summary: 'For this test', modelTypes: ['MCP'], sections };
  const made = await anjali.ok(
    'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id slug revision } } }',
    { input },
  );
  return made.createIntervention.intervention;
}
async function publish(id: string, expectedRevision: number) {
  await anjali.ok(
    'mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { id } } }',
    {
      input: { id, expectedRevision },
    },
  );
}

describe('search', () => {
  it('finds interventions by what is in their sections, and sites by their places', async () => {
    expect(await found(honor, 'spirometry', ['INTERVENTION'])).toContainEqual({ slug: 'breathlessness-clinic' });
    expect(await found(honor, 'Canalside', ['SITE'])).toEqual([{ slug: 'northvale' }]);
  });

  it('finds members by what they offer', async () => {
    expect(await found(honor, 'joint clinics', ['MEMBER'])).toContainEqual({ displayName: 'Dr Kwame Larkrise' });
  });

  it('finds a draft for its editors only, and once published for those it is meant for', async () => {
    const { id, slug, revision } = await draft('Marmalade rounds', 'Text');
    await hub.drain();
    expect([await found(anjali, 'marmalade'), await found(callum, 'marmalade')]).toEqual([[{ slug }], []]);

    await publish(id, revision);
    await hub.drain();
    expect(await found(callum, 'marmalade')).toEqual([{ slug }]);
  });

  it('never finds a published intervention by what its editors write for the next version', async () => {
    const { id, revision } = await draft('Quiet plans', 'Text');
    await publish(id, revision);
    await anjali.ok(
      'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
      {
        input: { id, expectedRevision: revision + 1, sections: [{ key: 'why', body: 'Tangerine' }] },
      },
    );
    await hub.drain();

    expect(await found(callum, 'tangerine')).toEqual([]);
  });
});

describe('the news of a publication', () => {
  const follow = 'mutation ($input: FollowInput!) { follow(input: $input) { level } }';
  const inbox = '{ notifications { edges { node { happened subject { id } actor { displayName } } } } }';
  const news = async (client: TestClient) => {
    await hub.drain();
    const { notifications } = await client.ok(inbox);
    return notifications.edges.map(({ node }: { node: object }) => node);
  };

  it('reaches who follows the care model, with each version, and nobody who follows another', async () => {
    await callum.ok(follow, { input: { targetId: 'care-model:network/mcp', level: 'WATCHING' } });
    await honor.ok(follow, { input: { targetId: 'care-model:network/ehch', level: 'WATCHING' } });
    const { id, revision } = await draft('News of wheeze', 'Text');
    expect(await news(callum)).toEqual([]);

    await publish(id, revision);
    expect(await news(callum)).toEqual([
      { happened: 'published', subject: { id }, actor: { displayName: 'Dr Anjali Thornapple' } },
    ]);

    await publish(id, revision + 1);
    expect((await news(callum))[0].happened).toBe('published version 2 of');
    expect(await news(honor)).toEqual([]);
    expect(await news(anjali)).toEqual([]);
  });

  it('does not reach those who may not see it', async () => {
    const before = await news(callum);
    const { id, revision } = await draft('For us alone', 'Text');
    await anjali.ok(
      'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }',
      {
        input: { id, expectedRevision: revision, visibility: 'SITE' },
      },
    );
    await publish(id, revision + 1);

    expect(await news(callum)).toEqual(before);
  });
});
