/** What was stopped or decided against has the rank of what runs: in no list of the API does it stand lower, or count less. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { moved, published, started } from '../adaptation.builders';

let hub: TestHub;
let sites: readonly (readonly [string, TestClient])[];
let callum: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  const [anjali, zubin, tomas, ...rest] = await Promise.all(
    ['anjali-thornapple', 'zubin-cloverdale', 'honor-applegarth', 'callum-pennyroyal'].map((who) => hub.as(who)),
  );
  callum = rest[0]!;
  sites = [
    ['northvale', anjali!],
    ['fenmarsh', zubin!],
    ['eastmere', tomas!],
  ];
});
afterAll(() => hub.close());

const stagesOf = ({ edges }: { edges: { node: { stage: string } }[] }) => edges.map(({ node }) => node.stage);

it('an intervention lists its adaptations by when they began, whichever way they went', async () => {
  for (const order of [
    ['STOPPED', 'RUNNING', 'DECLINED'],
    ['DECLINED', 'STOPPED', 'RUNNING'],
    ['RUNNING', 'DECLINED', 'STOPPED'],
  ]) {
    const source = await published(callum, { site: 'tollbridge' });
    for (const [turn, stage] of order.entries()) {
      const [site, client] = sites[turn]!;
      const adaptation = await started(client, source, site);
      if (stage === 'STOPPED') await moved(client, adaptation, 'TESTING');
      await moved(client, adaptation, stage);
    }

    const { intervention } = await callum.ok(
      'query($slug: String!) { intervention(slug: $slug) { adaptationCount adaptations(first: 10) { edges { node { stage } } } } }',
      { slug: source.slug },
    );

    expect(stagesOf(intervention.adaptations)).toEqual(order.toReversed());
    expect(intervention.adaptationCount).toBe(3);
  }
});

it('a site lists its adaptations by when they began, and those that ended count for "most adapted"', async () => {
  const [site, client] = sites[0]!;
  const [declined, running] = [
    await published(callum, { site: 'tollbridge' }),
    await published(callum, { site: 'tollbridge' }),
  ];
  await moved(client, await started(client, running, site), 'RUNNING');
  await moved(client, await started(client, declined, site), 'DECLINED');
  const [other, theirs] = sites[1]!;
  await moved(theirs, await started(theirs, declined, other), 'DECLINED');

  const { site: read, interventions } = await callum.ok(
    `{ site(slug: "northvale") { adaptations(first: 2) { edges { node { stage } } } }
       interventions(first: 100, orderBy: MOST_ADAPTED) { edges { node { id } } } }`,
  );

  expect(stagesOf(read.adaptations)).toEqual(['DECLINED', 'RUNNING']);
  const ids = interventions.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(ids.indexOf(declined.id)).toBeLessThan(ids.indexOf(running.id));
});
