/** Withdrawing through the API: what stays, what is said, who is told, and what happens when several act at once. */
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

const fields = `id slug title status revision reviewDue currentVersion { id number } draft { key body }
  withdrawal { at reason by { id } }`;
const mutation = (name: string, type: string) =>
  `mutation ($input: ${type}!) { ${name}(input: $input) { intervention { ${fields} } } }`;
const withdraw = mutation('withdrawIntervention', 'WithdrawInterventionInput');
const reinstate = mutation('reinstateIntervention', 'WithdrawInterventionInput');
const publish = mutation('publishIntervention', 'PublishInterventionInput');
const update = mutation('updateIntervention', 'UpdateInterventionInput');
const start = 'mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id } } }';
const see = `query ($id: ID!) { node(id: $id) { ... on Intervention { ${fields} } } }`;
const reason = 'Two people were hurt';

const sections = sectionItems
  .filter(({ requiredToPublish }) => requiredToPublish)
  .map(({ key }) => ({ key, body: `Text of ${key}` }));
let count = 0;

async function published(title = 'Falls huddle') {
  count += 1;
  const words = { title: `${title} ${count}`, summary: 'A short daily check', visibility: 'PUBLIC' };
  const { createIntervention } = await anjali.ok(mutation('createIntervention', 'CreateInterventionInput'), {
    input: { site: 'northvale', modelTypes: ['MCP'], sections, ...words },
  });
  const { id, revision } = createIntervention.intervention;
  return (await anjali.ok(publish, { input: { id, expectedRevision: revision } })).publishIntervention.intervention;
}
async function withdrawn(title?: string) {
  const { id, revision } = await published(title);
  const { withdrawIntervention } = await anjali.ok(withdraw, { input: { id, expectedRevision: revision, reason } });
  return withdrawIntervention.intervention;
}

describe('withdrawing an intervention', () => {
  it('keeps its page and versions, and says to everyone who sees it who, when and why', async () => {
    const { id, revision } = await published();
    await anjali.ok(withdraw, { input: { id, expectedRevision: revision, reason } });

    expect((await callum.ok(see, { id })).node).toMatchObject({
      status: 'WITHDRAWN',
      currentVersion: { number: 1 },
      withdrawal: { reason, at: expect.any(String), by: { id: 'member:network/anjali-thornapple' } },
    });
    expect((await hub.anonymous.ok(see, { id })).node).toMatchObject({ status: 'WITHDRAWN', withdrawal: { reason } });
  });

  it('brings it back as it was, for a reason that the audit log keeps', async () => {
    const { id, revision, currentVersion } = await withdrawn();
    const { reinstateIntervention } = await anjali.ok(reinstate, {
      input: { id, expectedRevision: revision, reason: 'It was a mistake' },
    });

    expect(reinstateIntervention.intervention).toMatchObject({ status: 'PUBLISHED', withdrawal: null, currentVersion });
    const log = await hub.sql('SELECT action, facts FROM core.audit_entry WHERE subject_ref = $1 ORDER BY number', [
      id,
    ]);
    expect(log.slice(-2)).toEqual([
      { action: 'intervention.withdrawn', facts: { reason } },
      { action: 'intervention.reinstated', facts: { reason: 'It was a mistake' } },
    ]);
  });

  it('goes on being written, but publishes no version until it is brought back', async () => {
    const { id, revision } = await withdrawn();
    await anjali.ok(update, { input: { id, expectedRevision: revision, sections: [{ key: 'why', body: 'Safer' }] } });

    const { errors } = await anjali.run(publish, { input: { id, expectedRevision: revision + 1 } });

    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.id', message: 'It is withdrawn. Bring it back before you publish a version' }],
    });
  });

  it('asks for a reason, and is for what is published', async () => {
    const { id, revision } = await published();
    const asked = (input: object) => anjali.codeOf(withdraw, { input: { id, expectedRevision: revision, ...input } });

    expect(await asked({ reason: '  ' })).toBe('BAD_USER_INPUT');
    expect(await asked({ reason: 'x'.repeat(2001) })).toBe('BAD_USER_INPUT');
    expect(await anjali.codeOf(reinstate, { input: { id, expectedRevision: revision, reason } })).toBe(
      'BAD_USER_INPUT',
    );
    const gone = await withdrawn();
    expect(await anjali.codeOf(withdraw, { input: { id: gone.id, expectedRevision: gone.revision, reason } })).toBe(
      'BAD_USER_INPUT',
    );
  });

  it('is for those who publish for its site: FORBIDDEN to others, UNAUTHENTICATED without a session', async () => {
    const { id, revision } = await published();
    const input = { id, expectedRevision: revision, reason };

    expect(await callum.codeOf(withdraw, { input })).toBe('FORBIDDEN');
    expect(await hub.anonymous.codeOf(withdraw, { input })).toBe('UNAUTHENTICATED');
    expect(await callum.codeOf(reinstate, { input })).toBe('FORBIDDEN');
    expect((await callum.ok(see, { id })).node.status).toBe('PUBLISHED');
  });

  it('lets no adaptation start from it, from any of its versions, while those at work go on', async () => {
    const source = await published();
    const input = { sourceVersion: source.currentVersion.id, site: 'tollbridge' };
    const { startAdaptation } = await callum.ok(start, { input });
    await anjali.ok(withdraw, { input: { id: source.id, expectedRevision: source.revision, reason } });

    const { errors } = await callum.run(start, { input });
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      fields: [{ path: 'input.sourceVersion' }],
    });

    const moved = await callum.ok(
      'mutation ($input: MoveAdaptationInput!) { moveAdaptation(input: $input) { adaptation { stage } } }',
      { input: { adaptation: startAdaptation.adaptation.id, stage: 'ADAPTING' } },
    );
    expect(moved.moveAdaptation.adaptation.stage).toBe('ADAPTING');
  });

  it('tells those who follow it, and the sites that took it up', async () => {
    const source = await published();
    await callum.ok(start, { input: { sourceVersion: source.currentVersion.id, site: 'tollbridge' } });
    const honor = await hub.as('honor-applegarth');
    await hub.drain();
    await honor.ok('mutation ($input: FollowInput!) { follow(input: $input) { __typename } }', {
      input: { targetId: source.id, level: 'WATCHING' },
    });
    await anjali.ok(withdraw, { input: { id: source.id, expectedRevision: source.revision, reason } });
    await hub.drain();

    const told = async (client: TestClient) => {
      const { notifications } = await client.ok(
        '{ notifications(unreadOnly: true) { edges { node { reason happened subject { ... on Intervention { id } } } } } }',
      );
      return notifications.edges
        .map(({ node }: { node: unknown }) => node)
        .filter((node: { subject: { id: string } | null; happened: string }) => node.subject?.id === source.id);
    };
    expect(await told(honor)).toEqual([expect.objectContaining({ happened: 'withdrew' })]);
    expect(await told(callum)).toEqual([
      expect.objectContaining({ reason: expect.stringContaining('withdrew an intervention that your site took up') }),
    ]);
  });

  it('comes last in search, and after everything published in lists', async () => {
    const gone = await withdrawn('Zebrafinch clinic, zebrafinch round');
    const still = await published('About zebrafinch');
    await hub.drain();

    const { search } = await anjali.ok(
      '{ search(text: "zebrafinch") { edges { node { ... on Intervention { id } } } } }',
    );
    expect(search.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([still.id, gone.id]);
    const { interventions } = await anjali.ok(
      '{ interventions(first: 100, filter: { status: [PUBLISHED, WITHDRAWN] }) { edges { node { status } } } }',
    );
    const statuses = interventions.edges.map(({ node }: { node: { status: string } }) => node.status);
    expect(statuses.indexOf('WITHDRAWN')).toBeGreaterThan(statuses.lastIndexOf('PUBLISHED'));
  });
});

describe('when several act at once', () => {
  const codes = (answers: { errors?: readonly { extensions: { code?: string } }[] }[]) =>
    answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'done').sort();

  it('one of two editors is CONFLICT, and nothing of what the other wrote is lost', async () => {
    const { id, revision } = await published();
    const write = (client: TestClient, body: string) =>
      client.run(update, { input: { id, expectedRevision: revision, sections: [{ key: 'why', body }] } });
    const answers = await Promise.all([write(anjali, 'By Anjali'), write(leonie, 'By Leonie')]);

    expect(codes(answers)).toEqual(['CONFLICT', 'done']);
    const { draft } = (await anjali.ok(see, { id })).node;
    const written = answers.findIndex(({ errors }) => !errors) === 0 ? 'By Anjali' : 'By Leonie';
    expect(draft[0].body).toBe(written);
  });

  it('one of two publishers makes the next version', async () => {
    const { id, revision } = await published();
    const answers = await Promise.all(
      [anjali, leonie].map((client) => client.run(publish, { input: { id, expectedRevision: revision } })),
    );

    expect(codes(answers)).toEqual(['CONFLICT', 'done']);
    expect((await anjali.ok(see, { id })).node.currentVersion.number).toBe(2);
  });

  it('publishing and withdrawing come to one or the other, never to a version of something withdrawn', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, revision } = await published();
      const answers = await Promise.all([
        anjali.run(publish, { input: { id, expectedRevision: revision } }),
        leonie.run(withdraw, { input: { id, expectedRevision: revision, reason } }),
      ]);

      expect(codes(answers)).toEqual(['CONFLICT', 'done']);
      const { status, currentVersion } = (await anjali.ok(see, { id })).node;
      expect([status, currentVersion.number]).toEqual(answers[0]?.errors ? ['WITHDRAWN', 1] : ['PUBLISHED', 2]);
    }
  });

  it('an adaptation that starts while it is withdrawn is there before it, and told of it, or not at all', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, revision, currentVersion } = await published();
      const [begun, gone] = await Promise.all([
        callum.run(start, { input: { sourceVersion: currentVersion.id, site: 'tollbridge' } }),
        anjali.run(withdraw, { input: { id, expectedRevision: revision, reason } }),
      ]);
      await hub.drain();

      expect(gone.errors).toBeUndefined();
      const rows = await hub.sql('SELECT 1 FROM adaptations.adaptation WHERE source_ref = $1', [id]);
      expect(rows).toHaveLength(begun.errors ? 0 : 1);
      const told = await hub.sql(
        `SELECT 1 FROM subscriptions.notification WHERE subject_ref = $1 AND member_ref = 'member:network/callum-pennyroyal'
         AND event_name = 'intervention.withdrawn'`,
        [id],
      );
      expect(told).toHaveLength(begun.errors ? 0 : 1);
    }
  });

  it('a result that is published while its source is withdrawn is published: what is at work goes on', async () => {
    const source = await published();
    const { startAdaptation } = await callum.ok(start, {
      input: { sourceVersion: source.currentVersion.id, site: 'tollbridge' },
    });
    const adaptation = startAdaptation.adaptation.id;
    await callum.ok('mutation ($input: MoveAdaptationInput!) { moveAdaptation(input: $input) { adaptation { id } } }', {
      input: { adaptation, stage: 'ADAPTING' },
    });

    const answers = await Promise.all([
      callum.run(
        'mutation ($input: PublishAdaptationInput!) { publishAdaptation(input: $input) { adaptation { id } } }',
        { input: { adaptation, title: `Ours ${count}`, summary: 'Our own way' } },
      ),
      anjali.run(withdraw, { input: { id: source.id, expectedRevision: source.revision, reason } }),
    ]);

    expect(codes(answers)).toEqual(['done', 'done']);
  });
});
