/** The patient-data guard on the server: what looks like a detail of a patient is refused before anything is done, and kept nowhere. */
import { jest } from '@jest/globals';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';

const number = '943 476 5919';
const digits = /943\D{0,3}476\D{0,3}5919/;

let hub: TestHub;
let kwame: TestClient;
let logged: string[];

beforeAll(async () => {
  hub = await createTestHub();
  kwame = await hub.as('kwame-larkrise');
  logged = [];
  for (const stream of [process.stdout, process.stderr])
    jest.spyOn(stream, 'write').mockImplementation((chunk) => {
      logged.push(String(chunk));
      return true;
    });
});
afterAll(async () => {
  jest.restoreAllMocks();
  await hub?.close();
});

const start = 'mutation ($input: StartThreadInput!) { startThread(input: $input) { thread { id title } } }';
const thread = (input: object) => ({
  input: { title: 'Falls', body: 'How do you call?', modelTypes: ['EHCH'], ...input },
});
const because = 'It is the example of the data dictionary';
const explained = (more: object = {}) => [{ path: 'input.body', kind: 'NHS_NUMBER', nth: 1, because, ...more }];

/** Every table of the hub in which a pattern stands in any row. */
async function tablesHolding(pattern: string): Promise<string[]> {
  const tables = await hub.sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const rows = await hub.sql(`SELECT 1 FROM ${name} r WHERE r::text ~ $1 LIMIT 1`, [pattern]);
    if (rows.length > 0) holding.push(name);
  }
  return holding;
}

it('a text with an NHS number is refused with its place and kind, never its digits, and nothing is kept or logged (T9)', async () => {
  const before = await hub.sql('SELECT count(*) FROM threads.thread');

  const { data, errors } = await kwame.run(
    start,
    thread({
      title: `About ${number}`,
      body: `She is ${number}, Mrs Ethel Jones (DOB 12/03/1941)`,
      clientMutationId: 'guard-1',
    }),
  );

  expect(data).toBeNull();
  expect(errors?.[0]?.extensions).toMatchObject({
    code: 'PII_SUSPECTED',
    findings: [
      { path: 'input.title', kind: 'NHS_NUMBER', nth: 1 },
      { path: 'input.body', kind: 'NHS_NUMBER', nth: 1 },
      { path: 'input.body', kind: 'DATE_OF_BIRTH', nth: 1 },
    ],
  });
  expect(errors?.[0]?.extensions.fields?.[0]).toEqual({
    path: 'input.title',
    message: 'This looks like an NHS number. Cut it out, or say why it is no patient’s',
  });
  expect(JSON.stringify(errors)).not.toMatch(digits);
  expect(JSON.stringify(errors)).not.toMatch(/Ethel|1941/);
  expect(await hub.sql('SELECT count(*) FROM threads.thread')).toEqual(before);
  expect(await tablesHolding('943\\D{0,3}476\\D{0,3}5919|guard-1')).toEqual([]);
  expect(logged.join('')).not.toMatch(digits);
});

it('the same request id may then be sent with the number cut out, once', async () => {
  const input = thread({ title: 'Cut out', body: 'She is [cut out]', clientMutationId: 'guard-1' });

  const first = await kwame.ok(start, input);
  const again = await kwame.ok(start, input);

  expect(again).toEqual(first);
});

it('it is taken when the person says why it is no patient’s; the log keeps the reason and the thing, without digits and without them', async () => {
  const { startThread } = await kwame.ok(
    start,
    thread({ title: 'Explained', body: `Such as ${number}.`, anonymous: true, notPatientDetails: explained() }),
  );

  const entries = await hub.sql<{ row: string; actor_ref: string | null; subject_ref: string; facts: object }>(
    `SELECT a::text AS row, actor_ref, subject_ref, facts FROM core.audit_entry a WHERE action = 'patient-detail.explained'`,
  );
  expect(entries).toEqual([
    expect.objectContaining({
      actor_ref: null,
      subject_ref: startThread.thread.id,
      facts: { operation: 'startThread', path: 'input.body', kind: 'NHS_NUMBER', because },
    }),
  ]);
  expect(JSON.stringify(entries)).not.toMatch(digits);
  expect(JSON.stringify(entries)).not.toMatch(/kwame/);
  expect(logged.join('')).not.toMatch(digits);
});

it('each finding needs a reason of its own, and no reason may itself hold such a detail', async () => {
  const two = `${number} and 401 023 2137`;
  const refusals = [
    { body: two, notPatientDetails: explained() },
    { body: number, notPatientDetails: explained({ because: ' ' }) },
    { body: number, notPatientDetails: explained({ nth: 2 }) },
    { body: number, notPatientDetails: explained({ kind: 'POSTCODE' }) },
    { body: number, notPatientDetails: explained({ path: 'input.title' }) },
    { body: number, notPatientDetails: explained({ because: `It is ${number}` }) },
    {
      body: number,
      notPatientDetails: [
        ...explained({ because: `It is ${number}` }),
        { path: 'input.notPatientDetails.0.because', kind: 'NHS_NUMBER', nth: 1, because },
      ],
    },
  ];

  const codes = await Promise.all(
    refusals.map((input) => kwame.run(start, thread(input)).then(({ errors }) => errors?.[0]?.extensions)),
  );

  expect(codes.map((extensions) => extensions?.code)).toEqual([
    ...refusals.slice(0, 1).map(() => 'PII_SUSPECTED'),
    'BAD_USER_INPUT',
    ...refusals.slice(2).map(() => 'PII_SUSPECTED'),
  ]);
  expect(codes[0]).toMatchObject({ findings: [{ path: 'input.body', kind: 'NHS_NUMBER', nth: 2 }] });
  await kwame.ok(
    start,
    thread({ title: 'Both', body: two, notPatientDetails: [...explained(), ...explained({ nth: 2 })] }),
  );
});

it('replies, edits, profiles, interventions and what administrators write for the record are read too', async () => {
  const { startThread } = await kwame.ok(start, thread({ title: 'Read too' }));
  const cases: [string, string, object, string][] = [
    ['reply', 'ReplyInput', { thread: startThread.thread.id, body: number }, 'input.body'],
    ['updateProfile', 'UpdateProfileInput', { skills: ['Falls', number] }, 'input.skills.1'],
    [
      'createIntervention',
      'CreateInterventionInput',
      { site: 'larkrise', title: 'x', summary: 'x', modelTypes: ['MCP'], sections: [{ key: 'why', body: number }] },
      'input.sections.0.body',
    ],
    ['breakGlass', 'BreakGlassInput', { entity: startThread.thread.id, reason: number }, 'input.reason'],
  ];

  for (const [name, type, input, path] of cases) {
    const { errors } = await kwame.run(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, {
      input,
    });
    expect([name, errors?.[0]?.extensions]).toEqual([
      name,
      expect.objectContaining({ code: 'PII_SUSPECTED', findings: [{ path, kind: 'NHS_NUMBER', nth: 1 }] }),
    ]);
  }
});

it('a signed-out caller is told to sign in, and nothing of the text', async () => {
  expect(await hub.anonymous.codeOf(start, thread({ body: number }))).toBe('UNAUTHENTICATED');
});
