/** What a site changed, section by section, and whether the source has moved on. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { adapted, moved, published, publishedAgain, requiredSections, started, updated } from '../adaptation.builders';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let zubin: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, callum, zubin] = await Promise.all([
    hub.as('anjali-thornapple'),
    hub.as('callum-pennyroyal'),
    hub.as('zubin-cloverdale'),
  ]);
});
afterAll(() => hub.close());

interface Difference {
  readonly key: string;
  readonly heading: string;
  readonly source: string;
  readonly local: string;
  readonly change: string;
}

async function differences(client: TestClient, id: string): Promise<Difference[]> {
  const data = await client.ok(
    'query($id: ID!) { adaptation(id: $id) { differences { key heading source local change } } }',
    { id },
  );
  return data.adaptation.differences;
}

const changes = (found: readonly Difference[]) => found.map(({ key, change }) => `${key} ${change}`);

describe('the differences of an adaptation', () => {
  it('are none while it has no text of its own', async () => {
    const id = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    await moved(anjali, id, 'TESTING');

    expect(await differences(anjali, id)).toEqual([]);
  });

  it('start out the same, in the order of TIDieR', async () => {
    const id = await started(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    await moved(anjali, id, 'ADAPTING');

    expect(changes(await differences(anjali, id))).toEqual(requiredSections.map(({ key }) => `${key} SAME`));
  });

  it('tell what was changed, added and left out; blank and missing are the same', async () => {
    const sections = [...requiredSections, { key: 'materials', body: 'A leaflet.' }];
    const id = await started(anjali, await published(callum, { site: 'tollbridge', sections }), 'northvale');
    const result = await moved(anjali, id, 'ADAPTING');
    await updated(anjali, String(result), {
      sections: [
        { key: 'who_provides', body: 'A senior carer leads it.' },
        { key: 'materials', body: '  ' },
        { key: 'tailoring', body: 'Shorter at weekends.' },
        { key: 'fidelity_planned', body: '' },
        { key: 'where', body: 'In the day room. ' },
      ],
    });

    const found = await differences(anjali, id);

    expect(changes(found)).toEqual([
      'why SAME',
      'materials REMOVED',
      'procedures SAME',
      'who_provides CHANGED',
      'how SAME',
      'where SAME',
      'when_how_much SAME',
      'tailoring ADDED',
    ]);
    expect(found.find(({ key }) => key === 'who_provides')).toEqual({
      key: 'who_provides',
      heading: 'Who does it',
      source: 'A registered nurse leads it.',
      local: 'A senior carer leads it.',
      change: 'CHANGED',
    });
    expect(found.find(({ key }) => key === 'materials')).toMatchObject({ source: 'A leaflet.', local: '' });
  });

  it('compare the draft for editors, and the current version for everyone else', async () => {
    const { adaptation, result } = await adapted(anjali, await published(callum, { site: 'tollbridge' }), 'northvale');
    await updated(anjali, result.id, { sections: [{ key: 'how', body: 'By video.' }] });

    expect(changes(await differences(anjali, adaptation))).toContain('how CHANGED');
    expect(changes(await differences(zubin, adaptation))).toContain('how SAME');
  });

  it('stay with the version that was adapted when the source publishes another', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const { adaptation } = await adapted(anjali, source, 'northvale');
    const look = 'query($id: ID!) { adaptation(id: $id) { sourceIsNewer source { number } } }';
    const before = (await zubin.ok(look, { id: adaptation })).adaptation;
    await publishedAgain(
      callum,
      await updated(callum, source.id, { sections: [{ key: 'how', body: 'By telephone.' }] }),
    );

    const after = (await zubin.ok(look, { id: adaptation })).adaptation;

    expect(before).toEqual({ sourceIsNewer: false, source: { number: 1 } });
    expect(after).toEqual({ sourceIsNewer: true, source: { number: 1 } });
    expect(changes(await differences(zubin, adaptation))).toContain('how SAME');
  });

  it('do not count a draft of the source as newer', async () => {
    const source = await published(callum, { site: 'tollbridge' });
    const { adaptation } = await adapted(anjali, source, 'northvale');
    await updated(callum, source.id, { sections: [{ key: 'how', body: 'By telephone.' }] });

    expect(
      (await anjali.ok('query($id: ID!) { adaptation(id: $id) { sourceIsNewer } }', { id: adaptation })).adaptation
        .sourceIsNewer,
    ).toBe(false);
  });
});
