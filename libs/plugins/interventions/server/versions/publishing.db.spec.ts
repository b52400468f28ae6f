/** Publishing interventions through the API: what it asks for, and who sees what then. */
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

describe('publishing an intervention', () => {
  it('names every required section that has no text, each with a sentence', async () => {
    const { id } = await made({
      sections: [
        { key: 'why', body: 'Because' },
        { key: 'tailoring', body: 'None' },
      ],
    });
    const { errors } = await anjali.run(publish, { input: { id, expectedRevision: 1 } });

    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors?.[0]?.extensions.fields?.map(({ path }) => path)).toEqual(
      ['procedures', 'who_provides', 'how', 'where', 'when_how_much'].map((key) => `sections.${key}`),
    );
    expect((await anjali.ok(see, { id })).node).toMatchObject({ status: 'DRAFT', currentVersion: null, revision: 1 });
  });

  it('makes version 1 of what was written, and opens it to whom it was meant for', async () => {
    const { id } = await made({ title: 'Cough advice line', sections: required });
    expect((await callum.ok(see, { id })).node).toBeNull();

    const { publishIntervention } = await anjali.ok(publish, {
      input: { id, expectedRevision: 1, changeNote: 'First version' },
    });

    expect(publishIntervention.intervention).toMatchObject({
      status: 'PUBLISHED',
      visibility: 'NETWORK',
      revision: 2,
      currentVersion: {
        number: 1,
        changeNote: 'First version',
        title: 'Cough advice line',
        publishedBy: { id: 'member:network/anjali-thornapple' },
      },
    });
    expect(publishIntervention.intervention.currentVersion.sections).toHaveLength(6);
    expect((await callum.ok(see, { id })).node).toMatchObject({ id, draft: null, viewerCanEdit: false });
    expect((await hub.anonymous.ok(see, { id })).node).toBeNull();
  });

  it('keeps what is written next apart from what is published, until the next version', async () => {
    const { id, revision, currentVersion } = await published();
    const sections = [{ key: 'how', body: 'By video' }];
    const changed = (await anjali.ok(update, { input: { id, expectedRevision: revision, sections } }))
      .updateIntervention.intervention;
    const howIn = (list: { key: string; body: string }[]) => list.find(({ key }) => key === 'how')?.body;

    expect(howIn(changed.draft)).toBe('By video');
    expect(howIn((await callum.ok(see, { id })).node.currentVersion.sections)).toBe('Text of how');

    const { publishIntervention } = await anjali.ok(publish, { input: { id, expectedRevision: revision + 1 } });
    expect(publishIntervention.intervention.currentVersion.number).toBe(2);
    expect(howIn(publishIntervention.intervention.currentVersion.sections)).toBe('By video');

    const { node } = await callum.ok(
      'query ($id: ID!) { node(id: $id) { ... on InterventionVersion { number sections { key body } } } }',
      {
        id: currentVersion.id,
      },
    );
    expect([node.number, howIn(node.sections)]).toEqual([1, 'Text of how']);
  });

  it('is CONFLICT when stale, so that pressing twice makes one version', async () => {
    const { id } = await made({ sections: required });
    await anjali.ok(publish, { input: { id, expectedRevision: 1 } });

    expect(await anjali.codeOf(publish, { input: { id, expectedRevision: 1 } })).toBe('CONFLICT');
    expect((await anjali.ok(see, { id })).node.currentVersion.number).toBe(1);
  });

  it('gives the same version for a repeated request', async () => {
    const { id } = await made({ sections: required });
    const input = { id, expectedRevision: 1, clientMutationId: 'publish-once' };

    expect(await anjali.ok(publish, { input })).toEqual(await anjali.ok(publish, { input }));
    expect(await hub.sql('SELECT 1 FROM interventions.version WHERE intervention_ref = $1', [id])).toHaveLength(1);
  });

  it('tells of it once, with the version and without any text', async () => {
    const { id, currentVersion } = await published();
    const events = await hub.sql(
      'SELECT actor_ref, facts FROM core.domain_event WHERE name = $1 AND subject_ref = $2',
      ['intervention.published', id],
    );

    expect(events).toEqual([
      { actor_ref: 'member:network/anjali-thornapple', facts: { number: 1, versionId: currentVersion.id } },
    ]);
  });

  it('makes versions that even the database refuses to change', async () => {
    const { id } = await published();

    await expect(
      hub.sql(`UPDATE interventions.version SET title = 'x' WHERE intervention_ref = $1`, [id]),
    ).rejects.toThrow('never changes');
    await expect(hub.sql('DELETE FROM interventions.version WHERE intervention_ref = $1', [id])).rejects.toThrow(
      'never changes',
    );
  });

  it.each([
    ['PUBLIC', true, true, true],
    ['NETWORK', false, true, true],
    ['SITE', false, false, true],
    ['DRAFT', false, false, true],
  ])('with visibility %s shows it to whom that means', async (visibility, toAnyone, toNetwork, toSite) => {
    const { id } = await published({ visibility });
    const seen = async (client: TestClient) => (await client.ok(see, { id })).node !== null;

    expect([await seen(hub.anonymous), await seen(callum), await seen(leonie)]).toEqual([toAnyone, toNetwork, toSite]);
  });

  it('lets a later change of visibility count at once', async () => {
    const { id, revision } = await published();
    await anjali.ok(update, { input: { id, expectedRevision: revision, visibility: 'PUBLIC' } });
    expect((await hub.anonymous.ok(see, { id })).node).toMatchObject({
      visibility: 'PUBLIC',
      draft: null,
      viewerCanEdit: false,
    });

    await anjali.ok(update, { input: { id, expectedRevision: revision + 1, visibility: 'SITE' } });
    expect((await hub.anonymous.ok(see, { id })).node).toBeNull();
    expect((await callum.ok(see, { id })).node).toBeNull();
  });
});
