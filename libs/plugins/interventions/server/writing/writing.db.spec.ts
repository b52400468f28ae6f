/** Writing interventions through the API: what it takes, refuses and remembers. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { sectionItems } from '@hub/plugins/interventions/contract';

let hub: TestHub;
let anjali: TestClient;
let leonie: TestClient;
let callum: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
  leonie = await hub.as('leonie-fernmoss');
  callum = await hub.as('callum-pennyroyal');
});
afterAll(() => hub?.close());

const fields = `id slug title summary status visibility intendedVisibility maturity revision viewerCanEdit
  modelTypes { code } draft { key heading body } currentVersion { id number changeNote title publishedBy { id } sections { key heading body } }`;
const create = `mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { ${fields} } } }`;
const update = `mutation ($input: UpdateInterventionInput!) { updateIntervention(input: $input) { intervention { ${fields} } } }`;
const publish = `mutation ($input: PublishInterventionInput!) { publishIntervention(input: $input) { intervention { ${fields} } } }`;
const see = `query ($id: ID!) { node(id: $id) { ... on Intervention { ${fields} } } }`;

const required = sectionItems
  .filter(({ requiredToPublish }) => requiredToPublish)
  .map(({ key }) => ({ key, body: `Text of ${key}` }));
const minimal = { site: 'northvale', title: 'Falls huddle', summary: 'A short daily check', modelTypes: ['MCP'] };

async function made(input: object = {}) {
  return (await anjali.ok(create, { input: { ...minimal, ...input } })).createIntervention.intervention;
}
async function published(input: object = {}) {
  const { id, revision } = await made({ sections: required, ...input });
  return (await anjali.ok(publish, { input: { id, expectedRevision: revision } })).publishIntervention.intervention;
}

describe('creating an intervention', () => {
  it('makes a draft with the defaults of the contract, seen by its editors', async () => {
    const intervention = await made({ title: 'Weekly round' });

    expect(intervention).toMatchObject({
      id: 'intervention:northvale/weekly-round',
      slug: 'weekly-round',
      status: 'DRAFT',
      maturity: 'IDEA',
      visibility: 'DRAFT',
      intendedVisibility: 'NETWORK',
      revision: 1,
      modelTypes: [{ code: 'MCP' }],
      draft: [],
      currentVersion: null,
      viewerCanEdit: true,
    });
  });

  it('keeps the sections under the words of the page, in its order', async () => {
    const { draft } = await made({
      sections: [
        { key: 'how', body: 'By phone' },
        { key: 'why', body: '**Because**' },
      ],
    });

    expect(draft).toEqual([
      { key: 'why', heading: 'Why', body: '**Because**' },
      { key: 'how', heading: 'How', body: 'By phone' },
    ]);
  });

  it('gives a slug that is unique in the whole hub, whichever site asks', async () => {
    const [first, second] = [await made({ title: 'Same name' }), await made({ title: 'Same name!' })];
    const { createIntervention } = await callum.ok(create, {
      input: { ...minimal, site: 'tollbridge', title: 'Same name' },
    });

    expect([first.slug, second.slug]).toEqual(['same-name', 'same-name-2']);
    expect(createIntervention.intervention.id).toBe('intervention:tollbridge/same-name-3');
  });

  it('gives each of several that begin at once a slug of its own', async () => {
    const slugs = await Promise.all(Array.from({ length: 5 }, async () => (await made({ title: 'At once' })).slug));

    expect(new Set(slugs).size).toBe(5);
  });

  it('gives the same result for a repeated request, and CONFLICT when its id is used for something else', async () => {
    const input = { ...minimal, title: 'Sent twice', clientMutationId: 'request-1' };
    const first = await anjali.ok(create, { input });
    const again = await anjali.ok(create, { input });

    expect(again).toEqual(first);
    expect(await anjali.codeOf(create, { input: { ...input, title: 'Another' } })).toBe('CONFLICT');
    expect(await hub.sql(`SELECT 1 FROM core.entity WHERE title = 'Sent twice'`)).toHaveLength(1);
  });

  it('is for members of the site: FORBIDDEN to others, UNAUTHENTICATED without a session, NOT_FOUND for no site', async () => {
    const elsewhere = { input: { ...minimal, site: 'tollbridge' } };

    expect(await anjali.codeOf(create, elsewhere)).toBe('FORBIDDEN');
    expect(await hub.anonymous.codeOf(create, elsewhere)).toBe('UNAUTHENTICATED');
    expect(await anjali.codeOf(create, { input: { ...minimal, site: 'atlantis' } })).toBe('NOT_FOUND');
  });

  it.each([
    ['a blank title', { title: '  ' }, 'input.title'],
    ['a title that is too long', { title: 'x'.repeat(151) }, 'input.title'],
    ['a NUL character', { summary: 'a\u0000b' }, 'input.summary'],
    ['a broken character', { summary: 'a\ud800b' }, 'input.summary'],
    ['an unknown care model', { modelTypes: ['MCP', 'XYZ'] }, 'input.modelTypes.1'],
    ['no care model', { modelTypes: [] }, 'input.modelTypes'],
    ['more care models than there are', { modelTypes: Array(6).fill('MCP') }, 'input.modelTypes'],
    ['an unknown section', { sections: [{ key: 'name', body: 'x' }] }, 'input.sections.0.key'],
    [
      'a section twice',
      {
        sections: [
          { key: 'why', body: 'x' },
          { key: 'why', body: 'y' },
        ],
      },
      'input.sections.1.key',
    ],
    ['more sections than there are', { sections: Array(12).fill({ key: 'why', body: 'x' }) }, 'input.sections'],
    ['a section that is too long', { sections: [{ key: 'why', body: 'x'.repeat(20001) }] }, 'input.sections.0.body'],
    ['a community, as it belongs to a site', { visibility: 'COMMUNITY' }, 'input.visibility'],
  ])('refuses %s with the field and a sentence, and changes nothing', async (_what, input, path) => {
    const count = () => hub.sql('SELECT count(*) FROM interventions.intervention');
    const before = await count();
    const { errors } = await anjali.run(create, { input: { ...minimal, ...input } });

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.extensions.fields?.map((field) => field.path)).toContain(path);
    expect(errors?.[0]?.extensions.fields?.[0]?.message).toMatch(/\w+ \w+/);
    expect(await count()).toEqual(before);
  });
});

describe('updating an intervention', () => {
  it('merges sections by key: those not named stay, blank ones go', async () => {
    const { id } = await made({
      sections: [
        { key: 'why', body: 'Because' },
        { key: 'how', body: 'By phone' },
      ],
    });
    const sections = [
      { key: 'how', body: ' ' },
      { key: 'where', body: 'At home' },
    ];
    const { updateIntervention } = await anjali.ok(update, { input: { id, expectedRevision: 1, sections } });

    expect(updateIntervention.intervention).toMatchObject({
      revision: 2,
      title: 'Falls huddle',
      draft: [
        { key: 'why', body: 'Because' },
        { key: 'where', body: 'At home' },
      ],
    });
  });

  it('changes title, summary, care models, maturity and wished visibility, and keeps the slug', async () => {
    const { id, slug } = await made({ title: 'First words' });
    const input = {
      id,
      expectedRevision: 1,
      title: 'Better words',
      summary: 'New',
      modelTypes: ['ACC', 'EHCH'],
      maturity: 'TESTING',
      visibility: 'SITE',
    };
    const { updateIntervention } = await anjali.ok(update, { input });

    expect(updateIntervention.intervention).toMatchObject({
      slug,
      title: 'Better words',
      summary: 'New',
      maturity: 'TESTING',
      visibility: 'DRAFT',
      intendedVisibility: 'SITE',
    });
    expect(updateIntervention.intervention.modelTypes.map(({ code }: { code: string }) => code).sort()).toEqual([
      'ACC',
      'EHCH',
    ]);
  });

  it('is CONFLICT when stale, with what is there now, and changes nothing', async () => {
    const { id } = await made({ sections: [{ key: 'why', body: 'First' }] });
    await leonie.ok(update, {
      input: { id, expectedRevision: 1, title: 'By Leonie', sections: [{ key: 'why', body: 'Leonie' }] },
    });
    const { errors } = await anjali.run(update, { input: { id, expectedRevision: 1, title: 'By Anjali' } });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'CONFLICT',
      current: {
        revision: 2,
        title: 'By Leonie',
        summary: 'A short daily check',
        modelTypes: ['MCP'],
        ...{ maturity: 'IDEA', visibility: 'NETWORK', startedOn: null, reviewOn: null },
        sections: [{ key: 'why', heading: 'Why', body: 'Leonie' }],
      },
    });
    expect((await anjali.ok(see, { id })).node.title).toBe('By Leonie');
  });

  it('lets one of two simultaneous savers through and tells the other', async () => {
    const { id } = await made();
    const save = (client: TestClient, title: string) =>
      client.codeOf(update, { input: { id, expectedRevision: 1, title } });
    const codes = await Promise.all([save(anjali, 'One'), save(leonie, 'Two')]);

    expect(codes.filter((code) => code === null)).toHaveLength(1);
    expect(codes).toContain('CONFLICT');
  });

  it('refuses bad input like creating does', async () => {
    const { id } = await made();
    const { errors } = await anjali.run(update, {
      input: { id, expectedRevision: 1, title: ' ', sections: [{ key: 'x', body: '' }] },
    });

    expect(errors?.[0]?.extensions.fields?.map(({ path }) => path)).toEqual(['input.title', 'input.sections.0.key']);
    expect((await anjali.ok(see, { id })).node.revision).toBe(1);
  });

  it('is NOT_FOUND for a draft of another site, for an unknown id and for the id of something else', async () => {
    const { id } = await made();
    const code = (client: TestClient, of: string) =>
      client.codeOf(update, { input: { id: of, expectedRevision: 1, title: 'Mine' } });

    expect(await code(callum, id)).toBe('NOT_FOUND');
    expect(await code(anjali, 'intervention:northvale/nothing')).toBe('NOT_FOUND');
    expect(await code(anjali, 'site:network/northvale')).toBe('NOT_FOUND');
    expect(await code(anjali, 'nonsense')).toBe('BAD_USER_INPUT');
  });

  it('is FORBIDDEN to a member of another site once they can see it, and says who can', async () => {
    const { id, revision } = await published();
    const { errors } = await callum.run(update, { input: { id, expectedRevision: revision, title: 'Mine' } });

    expect(errors?.[0]).toMatchObject({
      message: 'Only those who write for the site that owns this intervention can change it.',
      extensions: { code: 'FORBIDDEN' },
    });
  });
});
