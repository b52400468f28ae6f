/** What adopters changed, as the originator sees it, and how a change comes home with a credit that stays. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { moved, published, publishedAgain, started, updated, type Published } from '../adaptation.builders';

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

const huddle = {
  key: 'huddle',
  name: 'The huddle',
  description: null,
  core: true,
  reason: 'Falls are talked about there.',
};

async function source(): Promise<Published> {
  const first = await published(callum, { site: 'tollbridge' });
  return publishedAgain(callum, await updated(callum, first.id, { components: [huddle] }));
}

interface Changes {
  readonly visibility?: string;
  readonly sections?: readonly object[];
  readonly components?: readonly object[];
}

/** An adaptation whose published result has these changes. */
async function adaptedWith(
  client: TestClient,
  from: Published,
  site: string,
  { visibility = 'PUBLIC', ...changes }: Changes,
) {
  const adaptation = await started(client, from, site);
  const result = String(await moved(client, adaptation, 'ADAPTING'));
  await updated(client, result, changes);
  await client.ok(
    'mutation($input: PublishAdaptationInput!) { publishAdaptation(input: $input) { adaptation { id } } }',
    {
      input: { adaptation, title: `Ours, ${adaptation}`, summary: 'Our way', visibility },
    },
  );
  return { adaptation, result };
}

const carers = { key: 'who_provides', body: 'A senior carer leads it.' };
const revisionOf = async (client: TestClient, id: string): Promise<number> =>
  (await client.ok('query($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id })).node.revision;

async function fold(client: TestClient, into: Published, adaptation: string, more: object = {}) {
  const input = {
    ...{ intervention: into.id, adaptation, part: 'SECTION', key: 'who_provides', body: 'A nurse or a senior carer.' },
    ...{ expectedRevision: await revisionOf(callum, into.id), ...more },
  };
  return client.run(
    `mutation($input: FoldBackInput!) { foldBack(input: $input) { intervention { id revision draft { key body }
      nextVersion { components { key } credits { site { name } part key heading number from { id } } } } } }`,
    { input },
  );
}
const codeOf = (answer: Awaited<ReturnType<TestClient['run']>>) => answer.errors?.[0]?.extensions?.code ?? 'OK';

async function experienceOf(client: TestClient, { slug }: Published) {
  const { intervention } = await client.ok(
    `query($slug: String!) { intervention(slug: $slug) { experience { part key heading core adopters changed stopped running dropped
      droppedWithBenefit changes { dropped text adaptation { id } } } } }`,
    { slug },
  );
  return intervention.experience;
}

async function creditsOf(client: TestClient, { slug }: Published) {
  const { intervention } = await client.ok(
    `query($slug: String!) { intervention(slug: $slug) { currentVersion { number credits { number heading site { name } from { id } } } } }`,
    { slug },
  );
  return intervention.currentVersion;
}

const nameOfNorthvale = async () =>
  (await hub.anonymous.ok('{ site(slug: "northvale") { name } }')).site.name as string;

describe('the experience with the parts of an intervention', () => {
  it('says how many sites changed each, and what came of it', async () => {
    const from = await source();
    const ours = await adaptedWith(anjali, from, 'northvale', { sections: [carers], components: [] });
    await moved(anjali, ours.adaptation, 'RUNNING');
    const theirs = await started(zubin, from, 'fenmarsh');
    await moved(zubin, theirs, 'TESTING');
    await zubin.ok(
      'mutation($input: RecordModificationInput!) { recordModification(input: $input) { adaptation { id } } }',
      {
        input: { adaptation: theirs, what: 'A carer leads', why: 'No nurse', codes: [], sectionKeys: ['who_provides'] },
      },
    );
    await moved(zubin, theirs, 'STOPPED');
    const maureen = await hub.as('maureen-foxglove');
    await moved(maureen, await started(maureen, from, 'eastmere'), 'RUNNING');

    expect(await experienceOf(callum, from)).toEqual([
      {
        ...{ part: 'COMPONENT', key: 'huddle', heading: 'The huddle', core: true, adopters: 3, changed: 1 },
        ...{ stopped: 0, running: 1, dropped: 1, droppedWithBenefit: 0 },
        changes: [{ dropped: true, text: null, adaptation: { id: ours.adaptation } }],
      },
      {
        ...{ part: 'SECTION', key: 'who_provides', heading: 'Who does it', core: null, adopters: 3, changed: 2 },
        ...{ stopped: 1, running: 1, dropped: 0, droppedWithBenefit: 0 },
        changes: [
          { dropped: false, text: null, adaptation: { id: theirs } },
          { dropped: false, text: carers.body, adaptation: { id: ours.adaptation } },
        ],
      },
    ]);
  });

  it('says where a site dropped something core and says that people benefit, and only then', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { components: [] });
    await moved(anjali, adaptation, 'RUNNING');
    const say = (client: TestClient, benefit: string) =>
      client.run(
        'mutation($input: RecordBenefitInput!) { recordBenefit(input: $input) { adaptation { benefit benefitWords } } }',
        { input: { adaptation, benefit, words: 'Falls fell by a third' } },
      );
    const counted = async () => (await experienceOf(callum, from))[0].droppedWithBenefit;

    expect(await counted()).toBe(0);
    await say(anjali, 'TOO_EARLY');
    expect(await counted()).toBe(0);
    const { data } = await say(anjali, 'SEEN');
    expect(data?.['recordBenefit'].adaptation).toEqual({ benefit: 'SEEN', benefitWords: 'Falls fell by a third' });
    expect(await counted()).toBe(1);
    expect(codeOf(await say(zubin, 'NOT_SEEN'))).toBe('FORBIDDEN');
  });

  it('counts what a site wrote down as left out, also where it published no text', async () => {
    const from = await source();
    const adaptation = await started(anjali, from, 'northvale');
    await anjali.ok(
      'mutation($input: RecordModificationInput!) { recordModification(input: $input) { adaptation { id } } }',
      {
        input: {
          ...{ adaptation, what: 'No huddle', why: 'No room', codes: [], leftOutKeys: ['huddle'] },
          coreReason: 'Nobody is there at the same time',
        },
      },
    );
    await moved(anjali, adaptation, 'RUNNING');

    expect(await experienceOf(callum, from)).toMatchObject([
      { part: 'COMPONENT', core: true, adopters: 1, changed: 1, dropped: 1, changes: [{ dropped: true, text: null }] },
    ]);
  });

  it('counts what the viewer may see, and no draft', async () => {
    const from = await source();
    const hidden = await started(anjali, from, 'northvale');
    await updated(anjali, String(await moved(anjali, hidden, 'ADAPTING')), { sections: [carers] });
    await adaptedWith(zubin, from, 'fenmarsh', { sections: [carers], visibility: 'NETWORK' });

    const [forAnyone, forNetwork] = [await experienceOf(hub.anonymous, from), await experienceOf(callum, from)];

    expect(forAnyone).toEqual([]);
    expect(forNetwork).toMatchObject([{ adopters: 1, changed: 1 }]);
    expect(await experienceOf(anjali, from)).toMatchObject([{ adopters: 2, changed: 1 }]);
  });

  it('is read in one statement', async () => {
    const from = await source();
    await adaptedWith(anjali, from, 'northvale', { sections: [carers] });

    expect(await hub.countReads(() => experienceOf(hub.anonymous, from))).toBe(1);
  });
});

describe('folding a change back', () => {
  it('puts it into the draft of the next version with a credit, which the version keeps for good', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { sections: [carers] });
    const northvale = await nameOfNorthvale();

    const { data } = await fold(callum, from, adaptation);
    const { draft, nextVersion, revision } = data?.['foldBack'].intervention;
    expect(draft).toContainEqual({ key: 'who_provides', body: 'A nurse or a senior carer.' });
    expect(nextVersion.credits).toEqual([
      {
        ...{ site: { name: northvale }, part: 'SECTION', key: 'who_provides', heading: 'Who does it', number: 3 },
        from: { id: adaptation },
      },
    ]);
    expect((await creditsOf(callum, from)).credits).toEqual([]);
    const next = await publishedAgain(callum, { id: from.id, revision });
    const later = await publishedAgain(
      callum,
      await updated(callum, from.id, { sections: [{ ...carers, body: 'Anyone.' }] }),
    );

    const credit = { number: 3, heading: 'Who does it', site: { name: northvale }, from: { id: adaptation } };
    expect(next.currentVersion.number).toBe(3);
    expect(await creditsOf(hub.anonymous, later)).toEqual({ number: 4, credits: [credit] });
    await expect(hub.sql(`UPDATE interventions.version SET credits = '[]'`)).rejects.toThrow('never changes');
  });

  it('is told to the site when it is published, and not before', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { sections: [carers] });
    const heard = async () => {
      await hub.drain();
      const { notifications } = await anjali.ok(
        '{ notifications(first: 50) { edges { node { reason subject { id } } } } }',
      );
      return notifications.edges.filter(
        ({ node }: { node: { reason: string; subject: { id: string } | null } }) =>
          node.subject?.id === from.id && node.reason.includes('with a change by your site'),
      ).length;
    };
    await fold(callum, from, adaptation);
    expect(await heard()).toBe(0);
    await publishedAgain(callum, { id: from.id, revision: await revisionOf(callum, from.id) });
    expect(await heard()).toBe(1);
    await publishedAgain(callum, { id: from.id, revision: await revisionOf(callum, from.id) });
    expect(await heard()).toBe(1);
  });

  it('takes components too, one that a site changed and one that it left out', async () => {
    const from = await source();
    const changed = await adaptedWith(anjali, from, 'northvale', { components: [{ ...huddle, name: 'Two huddles' }] });
    const dropped = await adaptedWith(zubin, from, 'fenmarsh', { components: [] });
    const component = { name: 'One or two huddles', core: true, reason: 'Both work' };

    const taken = await fold(callum, from, changed.adaptation, { part: 'COMPONENT', key: 'huddle', component });
    expect(taken.data?.['foldBack'].intervention.nextVersion.components).toEqual([{ key: 'huddle' }]);
    const gone = await fold(callum, from, dropped.adaptation, { part: 'COMPONENT', key: 'huddle' });
    expect(gone.data?.['foldBack'].intervention.nextVersion).toMatchObject({ components: [], credits: [{}, {}] });
  });

  it('is refused for what the site did not change or did not publish', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { sections: [carers] });
    const other = await source();
    const drafted = await started(zubin, from, 'fenmarsh');
    await moved(zubin, drafted, 'ADAPTING');
    await moved(zubin, drafted, 'TESTING');

    expect(codeOf(await fold(callum, from, adaptation, { key: 'where' }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await fold(callum, from, adaptation, { key: 'nothing' }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await fold(callum, other, adaptation))).toBe('NOT_FOUND');
    expect(codeOf(await fold(callum, from, drafted))).toBe('NOT_FOUND');
  });

  it('does not make known to many what a site shares with few', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { sections: [carers], visibility: 'NETWORK' });

    const { errors } = await fold(callum, from, adaptation);

    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining('Ask them to open theirs first'),
      extensions: { code: 'BAD_USER_INPUT' },
    });
  });

  it('is for those who write for the source, on the draft as they saw it', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { sections: [carers] });
    const expectedRevision = await revisionOf(callum, from.id);
    await updated(callum, from.id, { sections: [{ key: 'where', body: 'Anywhere.' }] });

    expect(codeOf(await fold(anjali, from, adaptation))).toBe('FORBIDDEN');
    expect(codeOf(await fold(hub.anonymous, from, adaptation))).toBe('UNAUTHENTICATED');
    expect(codeOf(await fold(callum, from, adaptation, { expectedRevision }))).toBe('CONFLICT');
  });

  it('keeps the credit from those who may no longer see the record that it thanks for', async () => {
    const from = await source();
    const { adaptation, result } = await adaptedWith(anjali, from, 'northvale', { sections: [carers] });
    await fold(callum, from, adaptation);
    await publishedAgain(callum, { id: from.id, revision: await revisionOf(callum, from.id) });
    await anjali.ok(
      'mutation($input: SetInterventionVisibilityInput!) { setInterventionVisibility(input: $input) { intervention { id } } }',
      { input: { id: result, visibility: 'NETWORK' } },
    );

    expect((await creditsOf(hub.anonymous, from)).credits).toEqual([]);
    expect((await creditsOf(callum, from)).credits).toHaveLength(1);
  });
});

describe('taking a folded change out again', () => {
  const draftOf = async ({ slug }: Published) =>
    (
      await callum.ok(
        `query($slug: String!) { intervention(slug: $slug) { draft { key body } nextVersion { components { key name } credits { from { id } } } } }`,
        { slug },
      )
    ).intervention;

  async function undo(client: TestClient, from: Published, adaptation: string, more: object = {}) {
    const input = {
      ...{ intervention: from.id, adaptation, part: 'SECTION', key: 'who_provides' },
      ...{ expectedRevision: await revisionOf(callum, from.id), ...more },
    };
    return client.run(
      'mutation($input: UndoFoldBackInput!) { undoFoldBack(input: $input) { textPutBack intervention { id } } }',
      { input },
    );
  }

  it('leaves the draft as it was, text and component, and no credit', async () => {
    const from = await source();
    const component = { ...huddle, name: 'Two huddles' };
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', {
      sections: [carers],
      components: [component],
    });
    const before = await draftOf(from);
    await fold(callum, from, adaptation);
    const { key: _, ...made } = component;
    await fold(callum, from, adaptation, { part: 'COMPONENT', key: 'huddle', body: null, component: made });
    const folded = await draftOf(from);

    const section = await undo(callum, from, adaptation);
    await undo(callum, from, adaptation, { part: 'COMPONENT', key: 'huddle' });

    expect(folded.nextVersion.credits).toHaveLength(2);
    expect(section.data?.['undoFoldBack']).toEqual({ textPutBack: true, intervention: { id: from.id } });
    expect(await draftOf(from)).toEqual(before);
  });

  it('loses no word that was written on the part since', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { sections: [carers] });
    await fold(callum, from, adaptation);
    await updated(callum, from.id, { sections: [{ ...carers, body: 'A nurse, or two carers.' }] });

    const { data } = await undo(callum, from, adaptation);

    expect(data?.['undoFoldBack'].textPutBack).toBe(false);
    const { draft, nextVersion } = await draftOf(from);
    expect(draft).toContainEqual({ key: 'who_provides', body: 'A nurse, or two carers.' });
    expect(nextVersion.credits).toEqual([]);
  });

  it('is too late once it is published: the credit stays, also when the part is written anew', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { sections: [carers] });
    await fold(callum, from, adaptation);
    await publishedAgain(callum, { id: from.id, revision: await revisionOf(callum, from.id) });

    expect(codeOf(await undo(callum, from, adaptation))).toBe('BAD_USER_INPUT');
    expect((await creditsOf(callum, from)).credits).toHaveLength(1);
  });

  it('gives back the credit of the version before, where it was taken in again', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { sections: [carers] });
    await fold(callum, from, adaptation);
    await publishedAgain(callum, { id: from.id, revision: await revisionOf(callum, from.id) });
    await fold(callum, from, adaptation, { body: 'Carers alone.' });
    await undo(callum, from, adaptation);
    await publishedAgain(callum, { id: from.id, revision: await revisionOf(callum, from.id) });

    expect((await creditsOf(callum, from)).credits).toMatchObject([{ number: 3 }]);
  });

  it('is for those who write for the source, on the draft as they saw it, and for what is there', async () => {
    const from = await source();
    const { adaptation } = await adaptedWith(anjali, from, 'northvale', { sections: [carers] });
    const early = await revisionOf(callum, from.id);
    await fold(callum, from, adaptation);
    const before = await draftOf(from);

    expect(codeOf(await undo(anjali, from, adaptation))).toBe('FORBIDDEN');
    expect(codeOf(await undo(hub.anonymous, from, adaptation))).toBe('UNAUTHENTICATED');
    expect(codeOf(await undo(callum, from, adaptation, { expectedRevision: early }))).toBe('CONFLICT');
    expect(codeOf(await undo(callum, from, adaptation, { key: 'where' }))).toBe('BAD_USER_INPUT');
    expect(codeOf(await undo(callum, from, await started(zubin, from, 'fenmarsh')))).toBe('NOT_FOUND');
    expect(await draftOf(from)).toEqual(before);
  });
});
