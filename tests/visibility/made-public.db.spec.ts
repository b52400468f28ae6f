/** What a site makes public: an intervention with its versions and family, read without an account, and taken back again. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let anjali: TestClient;
let callum: TestClient;
let nobody: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  [anjali, callum] = await Promise.all([hub.as('anjali-thornapple'), hub.as('callum-pennyroyal')]);
  nobody = hub.anonymous;
});
afterAll(() => hub?.close());

const sections = ['why', 'procedures', 'who_provides', 'how', 'where', 'when_how_much'].map((key) => ({
  key,
  body: `Text of ${key}`,
}));

const create = `mutation ($input: CreateInterventionInput!) {
  createIntervention(input: $input) { intervention { id slug revision whoCanSee } }
}`;
const publish = `mutation ($input: PublishInterventionInput!) {
  publishIntervention(input: $input) { intervention { id slug visibility intendedVisibility whoCanSee currentVersion { id } } }
}`;
const show = `mutation ($input: SetInterventionVisibilityInput!) {
  setInterventionVisibility(input: $input) { intervention { id visibility whoCanSee revision viewerCanPublish } }
}`;
const start = `mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id whoCanSee } } }`;
const move = `mutation ($input: MoveAdaptationInput!) {
  moveAdaptation(input: $input) { adaptation { id whoCanSee result { id slug maturity visibility } } }
}`;
const publishResult = `mutation ($input: PublishAdaptationInput!) {
  publishAdaptation(input: $input) { adaptation { id whoCanSee result { id slug maturity visibility whoCanSee revision } } }
}`;

let made = 0;
const titled = () => `Night round ${(made += 1)}`;

/** A published intervention of a site. */
async function source(visibility: string, client = callum, site = 'tollbridge') {
  const input = { site, title: titled(), summary: 'A round at night', modelTypes: ['MCP'], sections };
  const { createIntervention } = await client.ok(create, { input });
  const { id, revision } = createIntervention.intervention;
  const { publishIntervention } = await client.ok(publish, { input: { id, expectedRevision: revision, visibility } });
  return publishIntervention.intervention as { id: string; slug: string; currentVersion: { id: string } };
}

/** A record of adapting it at Northvale, its result published to these. */
async function adapted(of: { currentVersion: { id: string } }, visibility: string) {
  const { startAdaptation } = await anjali.ok(start, {
    input: { sourceVersion: of.currentVersion.id, site: 'northvale' },
  });
  const { id } = startAdaptation.adaptation;
  await anjali.ok(move, { input: { adaptation: id, stage: 'ADAPTING' } });
  const { publishAdaptation } = await anjali.ok(publishResult, {
    input: { adaptation: id, title: titled(), summary: 'Ours', visibility, maturity: 'TESTING' },
  });
  return publishAdaptation.adaptation as { id: string; whoCanSee: string; result: { id: string; slug: string } };
}

/** Everything that the pages of one intervention ask. */
const page = `query ($slug: String!) {
  intervention(slug: $slug) {
    title whoCanSee viewerCanEdit viewerCanPublish draft { key } contacts { id } site { name }
    currentVersion { number publishedBy { id } sections { body } }
    versions { totalCount edges { node { number publishedBy { id } sections { body } } } }
    version(number: 1) { title changeNote }
    adaptationCount viewerAdaptation { id } adaptedFrom { id }
    adaptations { totalCount edges { node { id result { id } } } }
    lineage { root { id } nodes { id } edges { id } }
    threads { totalCount edges { node { id } } }
  }
}`;
const record = `query ($id: ID!) {
  adaptation(id: $id) { id whoCanSee result { id } sourceIntervention { id } source { number } differences { key change } viewerCanEdit
    history { stage by { id } } suitability { id } }
}`;
const read = async (slug: string, client = nobody) => (await client.ok(page, { slug })).intervention;

describe('An intervention that its site publishes', () => {
  it('is shown to whom its publishers choose at that moment', async () => {
    const open = await source('PUBLIC');
    const closed = await source('NETWORK');

    expect(open).toMatchObject({ visibility: 'PUBLIC', whoCanSee: 'Anyone, also without an account' });
    expect(closed).toMatchObject({ visibility: 'NETWORK', whoCanSee: 'Anyone signed in to the hub' });
    expect(await read(open.slug)).toMatchObject({ whoCanSee: 'Anyone, also without an account' });
    expect(await read(closed.slug)).toBeNull();
  });

  it('is opened to anyone afterwards, and closed again, without disturbing whoever writes its next version', async () => {
    const { id, slug } = await source('NETWORK');
    const before = await callum.ok('query ($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id });

    const opened = (await callum.ok(show, { input: { id, visibility: 'PUBLIC' } })).setInterventionVisibility;
    expect(opened.intervention).toEqual({
      id,
      visibility: 'PUBLIC',
      whoCanSee: 'Anyone, also without an account',
      revision: before.node.revision,
      viewerCanPublish: true,
    });
    expect(await read(slug)).not.toBeNull();

    await callum.ok(show, { input: { id, visibility: 'NETWORK' } });
    expect(await read(slug)).toBeNull();
    expect(await read(slug, anjali)).toMatchObject({ whoCanSee: 'Anyone signed in to the hub' });
  });

  it('has each change in the audit log', async () => {
    const { id } = await source('NETWORK');
    await callum.ok(show, { input: { id, visibility: 'PUBLIC' } });
    await callum.ok(show, { input: { id, visibility: 'PUBLIC' } });
    await callum.ok(show, { input: { id, visibility: 'NETWORK' } });

    const entries = await hub.sql<{ actor_ref: string; facts: object }>(
      "SELECT actor_ref, facts FROM core.audit_entry WHERE subject_ref = $1 AND action = 'visibility.changed' ORDER BY number",
      [id],
    );
    expect(entries).toEqual([
      { actor_ref: 'member:network/callum-pennyroyal', facts: { from: 'network', to: 'public' } },
      { actor_ref: 'member:network/callum-pennyroyal', facts: { from: 'public', to: 'network' } },
    ]);
  });

  it('is opened by those who publish for its site alone, by any mutation', async () => {
    const { id } = await source('NETWORK');
    const { node } = await callum.ok('query ($id: ID!) { node(id: $id) { ... on Intervention { revision } } }', { id });
    const update =
      'mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { id } } }';
    await hub.sql(
      "UPDATE core.account SET keys = array_remove(keys, 'publishes:site:network/tollbridge') WHERE ref = 'member:network/callum-pennyroyal'",
    );
    try {
      const input = { id, expectedRevision: node.revision };
      expect(await callum.codeOf(show, { input: { id, visibility: 'PUBLIC' } })).toBe('FORBIDDEN');
      expect(await callum.codeOf(update, { input: { ...input, visibility: 'PUBLIC' } })).toBe('FORBIDDEN');
      expect(await callum.codeOf(publish, { input: { ...input, visibility: 'PUBLIC' } })).toBe('FORBIDDEN');
      expect(
        await callum.codeOf(update, { input: { ...input, visibility: 'NETWORK', title: 'Still ours' } }),
      ).toBeNull();
    } finally {
      await hub.sql(
        "UPDATE core.account SET keys = keys || '{publishes:site:network/tollbridge}' WHERE ref = 'member:network/callum-pennyroyal'",
      );
    }
    expect(await anjali.codeOf(show, { input: { id, visibility: 'PUBLIC' } })).toBe('FORBIDDEN');
    expect(await nobody.codeOf(show, { input: { id, visibility: 'PUBLIC' } })).toBe('UNAUTHENTICATED');
  });

  it('is not taken back from those who build on it, and a draft has nothing to open', async () => {
    const { id } = await source('PUBLIC');
    const input = { site: 'tollbridge', title: titled(), summary: 'A draft', modelTypes: ['MCP'] };
    const draft = (await callum.ok(create, { input })).createIntervention.intervention;

    expect(draft.whoCanSee).toMatch(/^Those who write or evaluate for Tollbridge/);
    expect(await callum.codeOf(show, { input: { id, visibility: 'SITE' } })).toBe('BAD_USER_INPUT');
    expect(await callum.codeOf(show, { input: { id, visibility: 'DRAFT' } })).toBe('BAD_USER_INPUT');
    expect(await callum.codeOf(show, { input: { id: draft.id, visibility: 'PUBLIC' } })).toBe('BAD_USER_INPUT');
  });
});

describe('What nobody reads of a public intervention', () => {
  it('is its text and versions, without the names of people, drafts or discussions (Z3)', async () => {
    const { id, slug } = await source('PUBLIC');
    await anjali.ok('mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id } } }', {
      input: { title: 'How is it going?', body: 'Tell us', modelTypes: ['MCP'], about: id },
    });

    expect(await read(slug)).toMatchObject({
      ...{ viewerCanEdit: false, viewerCanPublish: false, draft: null, contacts: [] },
      currentVersion: { number: 1, publishedBy: null },
      versions: { totalCount: 1, edges: [{ node: { publishedBy: null } }] },
      version: { changeNote: null },
      threads: { totalCount: 0, edges: [] },
      ...{ adaptationCount: 0, viewerAdaptation: null, adaptedFrom: null },
    });
    expect((await read(slug, anjali)).threads.totalCount).toBe(1);
  });

  it('is of its family only what is public too: the rest does not exist (Z3)', async () => {
    const of = await source('PUBLIC');
    const open = await adapted(of, 'PUBLIC');
    const shared = await source('PUBLIC');
    const closed = await adapted(shared, 'NETWORK');

    const family = await read(of.slug);
    expect(family.adaptationCount).toBe(1);
    expect(family.adaptations.edges).toEqual([{ node: { id: open.id, result: { id: open.result.id } } }]);
    expect(family.lineage.nodes.map((node: { id: string }) => node.id).sort()).toEqual([of.id, open.result.id].sort());
    expect(family.lineage.edges).toEqual([{ id: open.id }]);

    const small = await read(shared.slug);
    expect(small).toMatchObject({ adaptationCount: 0, adaptations: { totalCount: 0, edges: [] } });
    expect(small.lineage).toEqual({ root: { id: shared.id }, nodes: [{ id: shared.id }], edges: [] });
    expect((await nobody.ok(record, { id: closed.id })).adaptation).toBeNull();
    expect(await read(closed.result.slug)).toBeNull();
    expect((await read(shared.slug, callum)).adaptationCount).toBe(1);
  });

  it('is a record of adapting it with its differences, when both it and what came of it are public', async () => {
    const of = await source('PUBLIC');
    const { id, whoCanSee, result } = await adapted(of, 'PUBLIC');
    expect(whoCanSee).toBe('Anyone, also without an account');

    const { adaptation } = await nobody.ok(record, { id });
    expect(adaptation).toMatchObject({
      ...{ id, viewerCanEdit: false, result: { id: result.id }, sourceIntervention: { id: of.id } },
      history: [{ by: null }, { by: null }],
    });
    expect(adaptation.differences.length).toBeGreaterThan(0);

    await callum.ok(show, { input: { id: of.id, visibility: 'NETWORK' } });
    expect((await nobody.ok(record, { id })).adaptation).toBeNull();
    expect((await read(result.slug)).adaptedFrom).toBeNull();
    expect((await read(result.slug)).lineage).toEqual({
      ...{ root: { id: result.id }, nodes: [{ id: result.id }], edges: [] },
    });
    expect((await anjali.ok(record, { id })).adaptation.whoCanSee).toBe('Anyone signed in to the hub');
  });

  it('goes again with what came of it, when its own site takes that back', async () => {
    const of = await source('PUBLIC');
    const { id, result } = await adapted(of, 'PUBLIC');

    await anjali.ok(show, { input: { id: result.id, visibility: 'NETWORK' } });

    expect(await read(result.slug)).toBeNull();
    expect((await nobody.ok(record, { id })).adaptation).toBeNull();
    expect((await read(of.slug)).adaptationCount).toBe(0);
  });

  it('is listed by words while it is public, and not afterwards (Z4)', async () => {
    const { id, slug } = await source('PUBLIC');
    const { title } = await read(slug);
    const list = `query ($text: String!) { interventions(filter: { text: $text }) { totalCount edges { node { id } } } }`;
    const found = async () => (await nobody.ok(list, { text: title })).interventions;

    expect(await found()).toEqual({ totalCount: 1, edges: [{ node: { id } }] });
    await callum.ok(show, { input: { id, visibility: 'NETWORK' } });
    expect(await found()).toEqual({ totalCount: 0, edges: [] });
  });
});

describe('Publishing what came of an adaptation', () => {
  it('sets its readers and how far it is in the same request, or changes nothing', async () => {
    const of = await source('NETWORK');
    const { startAdaptation } = await anjali.ok(start, {
      input: { sourceVersion: of.currentVersion.id, site: 'northvale' },
    });
    const { id } = startAdaptation.adaptation;
    expect(startAdaptation.adaptation.whoCanSee).toBe('Members of Northvale');
    const moved = (await anjali.ok(move, { input: { adaptation: id, stage: 'ADAPTING' } })).moveAdaptation.adaptation;
    expect(moved.result).toMatchObject({ maturity: 'IDEA', visibility: 'DRAFT' });

    const input = { adaptation: id, title: titled(), summary: 'Ours' };
    expect(await anjali.codeOf(publishResult, { input: { ...input, visibility: 'DRAFT' } })).toBe('BAD_USER_INPUT');
    expect(await anjali.codeOf(publishResult, { input: { ...input, visibility: 'COMMUNITY' } })).toBe('BAD_USER_INPUT');
    expect(
      await anjali.codeOf(publishResult, { input: { ...input, visibility: 'PUBLIC', expectedRevision: 99 } }),
    ).toBe('CONFLICT');

    const { adaptation } = (
      await anjali.ok(publishResult, { input: { ...input, visibility: 'PUBLIC', maturity: 'TESTING' } })
    ).publishAdaptation;
    expect(adaptation.result).toMatchObject({
      ...{ maturity: 'TESTING', visibility: 'PUBLIC', whoCanSee: 'Anyone, also without an account' },
    });
    expect(adaptation.whoCanSee).toBe('Anyone signed in to the hub');
  });
});
