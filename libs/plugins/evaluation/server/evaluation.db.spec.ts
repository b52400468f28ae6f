/** Writing, publishing, correcting and withdrawing evaluations. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import {
  begun,
  complete,
  coughPathway,
  createDocument,
  publishDocument,
  published,
  updateDocument,
  withdrawDocument,
  withdrawn,
  written,
} from './testing/evaluations';

let hub: TestHub;
let petra: TestClient;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
  petra = await hub.as('petra-quillfeather');
  const input = { site: 'northvale', member: 'member:network/petra-quillfeather', role: 'EVALUATOR' };
  await anjali.ok('mutation ($input: ChangeSiteRoleInput!) { changeSiteRole(input: $input) { member { id } } }', {
    input,
  });
});
afterAll(() => hub?.close());

const page = `query ($id: ID!) { evaluation(id: $id) {
  title question status revision methods methodNote periodFrom periodTo findings verdict sureness limitations funding
  figures { label value unit } about { id } site { slug } modelTypes { code } author { displayName } publishedAt viewerCanEdit
  corrections { note by { displayName } } withdrawnReason withdrawnBy { displayName } whoCanSee
} }`;
const read = async (client: TestClient, id: string) => (await client.ok(page, { id })).evaluation;
const problems = async (client: TestClient, document: string, input: object) => {
  const { errors } = await client.run(document, { input });
  const [error] = errors ?? [];
  return {
    code: error?.extensions?.code,
    paths: error?.extensions?.fields?.map(({ path }) => path),
  };
};

describe('an evaluator', () => {
  it('begins a draft about something of the site, which says who wrote it', async () => {
    const { id } = await begun(petra);

    expect(await read(petra, id)).toMatchObject({
      ...{ title: 'Letters', question: 'Do fewer letters come?', status: 'DRAFT', revision: 1, viewerCanEdit: true },
      ...{ about: { id: coughPathway }, site: { slug: 'northvale' }, modelTypes: [{ code: 'MCP' }] },
      ...{ author: { displayName: 'Petra Quillfeather' }, publishedAt: null, methods: [], figures: [] },
    });
  });

  it('writes all of it, publishes it, and is told what it says', async () => {
    const { id } = await published(petra);

    expect(await read(hub.anonymous, id)).toMatchObject({ ...complete, status: 'PUBLISHED', viewerCanEdit: false });
  });

  it('evaluates an adaptation too, from the first day', async () => {
    const [row] = await hub.sql<{ ref: string }>(
      `SELECT ref FROM core.entity WHERE kind = 'adaptation' AND owner_ref = 'site:network/northvale' ORDER BY ref LIMIT 1`,
    );
    const { id } = await begun(petra, { about: row!.ref });

    expect((await read(petra, id)).about).toEqual({ id: row!.ref });
  });

  it('may not change what the site does: interventions and adaptations stay with those who write them', async () => {
    const { node } = await petra.ok(`{ node(id: "${coughPathway}") { ... on Intervention { viewerCanEdit } } }`);

    expect(node.viewerCanEdit).toBe(false);
  });
});

describe('evaluations are written by the evaluators, the engine room and the leads of the site', () => {
  it('not by its other members, nor by anybody elsewhere', async () => {
    const kwame = await hub.as('kwame-larkrise');
    const input = { site: 'northvale', member: 'member:network/kwame-larkrise', role: 'MEMBER' };
    await anjali.ok('mutation ($input: ChangeSiteRoleInput!) { changeSiteRole(input: $input) { member { id } } }', {
      input,
    });
    const callum = await hub.as('callum-pennyroyal');
    const about = { about: coughPathway, title: 'Mine', question: 'Mine?' };

    expect(await kwame.codeOf(createDocument, { input: about })).toBe('FORBIDDEN');
    expect(await callum.codeOf(createDocument, { input: about })).toBe('FORBIDDEN');
    expect(await hub.anonymous.codeOf(createDocument, { input: about })).toBe('UNAUTHENTICATED');
    const { id, revision } = await written(petra);
    expect(await kwame.codeOf(updateDocument, { input: { id, expectedRevision: revision, title: 'X' } })).toBe(
      'FORBIDDEN',
    );
    expect(await callum.codeOf(updateDocument, { input: { id, expectedRevision: revision, title: 'X' } })).toBe(
      'NOT_FOUND',
    );
    expect(await kwame.codeOf(publishDocument, { input: { id, expectedRevision: revision } })).toBe('FORBIDDEN');
    await anjali.ok(publishDocument, { input: { id, expectedRevision: revision } });
    expect(await callum.codeOf(withdrawDocument, { input: { id, expectedRevision: 3, reason: 'No' } })).toBe(
      'FORBIDDEN',
    );
  });

  it('about an intervention or an adaptation, and nothing else', async () => {
    const [thread] = await hub.sql<{ ref: string }>(`SELECT min(ref) AS ref FROM core.entity WHERE kind = 'thread'`);
    const { id } = await begun(petra);

    expect(await problems(petra, createDocument, { about: id, title: 'T', question: 'Q' })).toEqual({
      code: 'BAD_USER_INPUT',
      paths: ['input.about'],
    });
    expect(await petra.codeOf(createDocument, { input: { about: thread!.ref, title: 'T', question: 'Q' } })).toBe(
      'FORBIDDEN',
    );
    expect(
      await petra.codeOf(createDocument, { input: { about: 'intervention:no/where', title: 'T', question: 'Q' } }),
    ).toBe('NOT_FOUND');
  });

  it('and pages are told who may', async () => {
    const question = `{ evaluationSubject(id: "${coughPathway}") { title viewerCanEvaluate site { slug } } }`;
    const callum = await hub.as('callum-pennyroyal');

    expect((await petra.ok(question)).evaluationSubject).toMatchObject({
      viewerCanEvaluate: true,
      site: { slug: 'northvale' },
    });
    expect((await callum.ok(question)).evaluationSubject.viewerCanEvaluate).toBe(false);
    expect((await hub.anonymous.ok(question)).evaluationSubject.viewerCanEvaluate).toBe(false);
    expect(
      (await petra.ok('{ evaluationSubject(id: "site:network/northvale") { title } }')).evaluationSubject,
    ).toBeNull();
  });
});

describe('a draft', () => {
  it('is published only when it says all that readers need to judge it', async () => {
    const { id } = await begun(petra);

    expect(await problems(petra, publishDocument, { id, expectedRevision: 1 })).toEqual({
      code: 'BAD_USER_INPUT',
      paths: [
        'methods',
        'methodNote',
        'periodFrom',
        'periodTo',
        'findings',
        'verdict',
        'sureness',
        'limitations',
        'funding',
      ],
    });
    expect((await read(petra, id)).status).toBe('DRAFT');
  });

  it('that others changed meanwhile is a conflict, with what is there now, and nothing is lost', async () => {
    const { id } = await begun(petra);
    await anjali.ok(updateDocument, { input: { id, expectedRevision: 1, findings: 'Theirs' } });

    const { errors } = await petra.run(updateDocument, { input: { id, expectedRevision: 1, findings: 'Mine' } });

    expect(errors?.[0]?.extensions).toMatchObject({ code: 'CONFLICT', current: { revision: 2, findings: 'Theirs' } });
    expect((await read(petra, id)).findings).toBe('Theirs');
    expect(await petra.codeOf(publishDocument, { input: { id, expectedRevision: 1 } })).toBe('CONFLICT');
  });

  it('of two that are saved at once, one is saved and the other is told', async () => {
    const { id } = await begun(petra);
    const codes = await Promise.all(
      [petra, anjali].map((client, turn) =>
        client.codeOf(updateDocument, { input: { id, expectedRevision: 1, findings: `From ${turn}` } }),
      ),
    );

    expect(codes.sort()).toEqual(['CONFLICT', null]);
    expect((await read(petra, id)).revision).toBe(2);
  });

  it('is begun once, however often the same request comes', async () => {
    const input = { about: coughPathway, title: 'Once', question: 'Q', clientMutationId: 'once' };
    const [first, second] = [await petra.ok(createDocument, { input }), await petra.ok(createDocument, { input })];

    expect(first).toEqual(second);
    expect(await petra.codeOf(createDocument, { input: { ...input, title: 'Twice' } })).toBe('CONFLICT');
  });

  it('has a name of its own, even when two have one title', async () => {
    const made = await Promise.all([begun(petra, { title: 'Twins' }), begun(anjali, { title: 'Twins' })]);

    expect(made.map(({ id }) => id).sort()).toEqual(['evaluation:northvale/twins', 'evaluation:northvale/twins-2']);
  });

  it.each([
    [{ periodFrom: '2016-13' }, ['input.periodFrom']],
    [{ periodFrom: '2017-01', periodTo: '2016-12' }, ['input.periodTo']],
    [{ title: ' ' }, ['input.title']],
    [{ figures: [{ label: 'x', value: 1e13 }] }, ['input.figures.0.value']],
  ])('does not take %j', async (wrong, paths) => {
    const { id } = await begun(petra);

    expect(await problems(petra, updateDocument, { id, expectedRevision: 1, ...wrong })).toEqual({
      code: 'BAD_USER_INPUT',
      paths,
    });
  });
});

describe('a published one', () => {
  it('is corrected in the open: the note of what was put right stays with it', async () => {
    const { id, revision } = await published(petra);
    const change = { id, expectedRevision: revision, findings: 'A few fewer.' };

    expect(await problems(petra, updateDocument, change)).toEqual({
      code: 'BAD_USER_INPUT',
      paths: ['input.correction'],
    });
    await petra.ok(updateDocument, { input: { ...change, correction: 'A month was counted twice' } });
    await anjali.ok(updateDocument, { input: { ...change, expectedRevision: revision + 1, correction: 'Once more' } });

    expect(await read(hub.anonymous, id)).toMatchObject({
      findings: 'A few fewer.',
      corrections: [{ note: 'Once more' }, { note: 'A month was counted twice' }],
    });
    expect((await read(petra, id)).corrections[1].by.displayName).toBe('Petra Quillfeather');
  });

  it('cannot be emptied of what readers need', async () => {
    const { id, revision } = await published(petra);
    const change = { id, expectedRevision: revision, limitations: null, correction: 'Shorter' };

    expect(await problems(petra, updateDocument, change)).toEqual({
      code: 'BAD_USER_INPUT',
      paths: ['input.limitations'],
    });
  });

  it('is withdrawn with a reason, and stays where it was', async () => {
    const { id } = await withdrawn(petra, await published(petra), 'The codes were changed');

    expect(await read(hub.anonymous, id)).toMatchObject({
      ...{ status: 'WITHDRAWN', withdrawnReason: 'The codes were changed', findings: complete.findings },
      withdrawnBy: null,
    });
    expect((await read(petra, id)).withdrawnBy.displayName).toBe('Petra Quillfeather');
  });

  it('needs a reason to be withdrawn, and is withdrawn once', async () => {
    const one = await published(petra);
    const input = { id: one.id, expectedRevision: one.revision, reason: '  ' };

    expect(await problems(petra, withdrawDocument, input)).toEqual({ code: 'BAD_USER_INPUT', paths: ['input.reason'] });
    const after = await withdrawn(petra, one);
    expect(
      await petra.codeOf(withdrawDocument, { input: { ...input, expectedRevision: after.revision, reason: 'x' } }),
    ).toBe('BAD_USER_INPUT');
  });

  it('that was withdrawn can be put right and published again, under its first date', async () => {
    const one = await published(petra);
    const before = await read(petra, one.id);
    const { id, revision } = await withdrawn(petra, one);
    await petra.ok(publishDocument, { input: { id, expectedRevision: revision } });

    expect(await read(petra, id)).toMatchObject({
      ...{ status: 'PUBLISHED', withdrawnReason: null, publishedAt: before.publishedAt },
    });
    expect(await petra.codeOf(publishDocument, { input: { id, expectedRevision: revision + 1 } })).toBe(
      'BAD_USER_INPUT',
    );
  });
});
