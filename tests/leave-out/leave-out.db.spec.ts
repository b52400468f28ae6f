/** The server without each plugin that nothing needs: everything else still works, and nothing of the one left out is there. */
import type { ServerPlugin } from '@hub/core/server';
import { createTestHub, pluginsOfTheHub, type TestClient, type TestHub } from '@hub/testing';
import { isEnumType, parse, print, validate } from 'graphql';
import { leftOutOf } from './left-out';
import { questionsWithout, type PageQuestion } from './page-questions';

const plugins = await pluginsOfTheHub();
const notNeeded = leftOutOf(plugins);

it('there are plugins that nothing needs', () => {
  expect(notNeeded.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['evaluation', 'threads', 'subscriptions', 'search', 'likeness']),
  );
});

describe.each(notNeeded)('the hub without $id', ({ plugins: leftOut }) => {
  const others = plugins.filter((plugin) => !leftOut.includes(plugin));
  const questions = questionsWithout(leftOut.map(({ id }) => id));
  let hub: TestHub;
  let anjali: TestClient;
  let marisol: TestClient;

  beforeAll(async () => {
    hub = await createTestHub({ plugins: others });
    anjali = await hub.as('anjali-thornapple');
    marisol = await hub.as('marisol-greywether');
    await hub.sql(
      "INSERT INTO identity.address (member_ref, email, since) VALUES ('member:network/anjali-thornapple', 'anjali@nhs.net', now()) ON CONFLICT DO NOTHING",
    );
  }, 120_000);
  afterAll(() => hub?.close());

  it('loads the rest of the demonstration, and all that follows from it', async () => {
    const kinds = await hub.sql<{ kind: string }>('SELECT DISTINCT kind FROM core.entity');
    const seeded = others.filter(({ seed }) => seed);
    const expected = seeded.flatMap((plugin) => plugin.kinds?.map(({ kind }) => kind) ?? []);
    const waiting = await hub.sql('SELECT handler, problem FROM core.delivery WHERE done_at IS NULL');

    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['care-model', ...expected].sort());
    expect(waiting).toEqual([]);
  });

  it('has nothing of it in the schema, nor in the database', async () => {
    const tables = await hub.sql<{ name: string }>(
      "SELECT table_schema || '.' || table_name AS name FROM information_schema.tables",
    );
    const own = leftOut.flatMap(({ reads }) => reads ?? []).flatMap(({ source }) => (source ? [source] : []));

    expect(leftOut.flatMap(namesIn).filter((name) => isInSchema(hub, name))).toEqual([]);
    expect(own.filter((source) => !source.startsWith('core.') && tables.some(({ name }) => name === source))).toEqual(
      [],
    );
    expect(tables.filter(({ name }) => leftOut.some(({ id }) => name.startsWith(`${id}.`)))).toEqual([]);
  });

  it('has an answer to everything that the other pages may ask', () => {
    const problems = questions.flatMap(({ name, document }) =>
      validate(hub.hub.schema, document).map(({ message }) => `${name}: ${message}`),
    );
    expect(problems).toEqual([]);
  });

  it('answers what the other pages ask on opening', async () => {
    const asked = questions.filter(({ operation }) => operation === 'query');
    const answers = await Promise.all(asked.map((question) => answerTo(question)));

    expect(answers.flat()).toEqual([]);
    expect(asked.length).toBeGreaterThan(10);
  });

  /** The errors, or that nothing came for any of the things that the asking plugin has pages for. */
  async function answerTo(question: PageQuestion): Promise<string[]> {
    const things = await thingsOf(question.room);
    const answers = await Promise.all(
      things.map(async (thing) => whoAsks(question).run(print(question.document), await variablesFor(question, thing))),
    );
    const isAnswered = answers.some(({ data }) => Object.values(data ?? {}).some((value) => value !== null));
    return [
      ...answers.flatMap(({ errors }) => (errors ?? []).map(({ message }) => `${question.name}: ${message}`)),
      ...(isAnswered || things.length === 0 || byLink.test(question.name)
        ? []
        : [`${question.name}: nothing for ${things.join(', ')}`]),
    ];
  }

  /** An administrator, who is a moderator too, for the pages that are theirs; a lead for all others. */
  function whoAsks({ room, name }: PageQuestion): TestClient {
    if (room === 'moderation' && /Case/.test(name) && !/^Own/.test(name)) return marisol;
    return room === 'administration' && name.startsWith('Administration') ? marisol : anjali;
  }

  /** One of each kind of thing that a plugin owns and that the lead can see; care models for those that own none. */
  async function thingsOf(room: string): Promise<string[]> {
    const kinds = plugins.find(({ id }) => id === room)?.kinds?.map(({ kind }) => kind) ?? ['care-model'];
    const rows = await hub.sql<{ ref: string }>(
      `SELECT min(ref) AS ref FROM core.entity WHERE kind = ANY($1::text[])
         AND needs <@ (SELECT keys FROM core.account WHERE ref = 'member:network/anjali-thornapple') GROUP BY kind`,
      [kinds],
    );
    return rows.map(({ ref }) => ref);
  }

  /** Something that is there, for each variable that a question needs. */
  async function variablesFor({ name, needs }: PageQuestion, thing: string): Promise<Record<string, unknown>> {
    const values: Record<string, unknown> = {
      id: thing,
      slug: ofASite.test(name) ? 'northvale' : 'breathlessness-clinic',
      subject: 'intervention:tollbridge/breathlessness-clinic',
      ours: 'tollbridge',
      code: 'MCP',
      codes: ['MCP'],
      sites: ['site:network/northvale'],
      site: 'site:network/northvale',
      adaptation: 'adaptation:northvale/breathlessness-clinic',
      member: 'member:network/anjali-thornapple',
      email: 'anjali@nhs.net',
      token: 'in-no-letter',
      orderBy: 'NAME',
      skip: false,
      ...{ thing: { visibility: 'NETWORK' }, network: { visibility: 'NETWORK' }, public: { visibility: 'PUBLIC' } },
      ...{ first: 5, depth: 6, number: 1, position: 1, from: 1, to: 1, text: 'clinic' },
      ...{ community: 'community:network/mcp', named: 'lead', within: 'care-model:network/mcp', awaiting: 'ANSWER' },
    };
    if (name.startsWith('WhoWouldSee')) values.site = { visibility: 'SITE', site: 'site:network/northvale' };
    if (name.startsWith('Vanguard')) values.slug = await aVanguard();
    const unknown = needs.filter((variable) => !(variable in values));
    if (unknown.length > 0) throw new Error(`Say here what ${name} may be asked with: ${unknown.join(', ')}.`);
    return Object.fromEntries(needs.map((variable) => [variable, values[variable]]));
  }

  async function aVanguard(): Promise<string | undefined> {
    const [vanguard] = await hub.sql<{ slug: string }>(
      "SELECT split_part(ref, '/', 2) AS slug FROM core.entity WHERE kind = 'vanguard' LIMIT 1",
    );
    return vanguard?.slug;
  }
});

/** What is asked with the name of a site; all others with that of an intervention. */
const ofASite = /^(Site|JoinSite|LeaveSite|Invite|WhoPublishes|WhoWrites|GrownAtSite)/;

/** Asked with what stands in a letter or a link, of which this world has none: null is the answer. */
const byLink =
  /^(OpenedInvitation|JoinRequestPage|CommunityRequestPage|SiteProposalPage|CasePage|OwnCasePage|OwnCaseOfPost)$/;

/** `Type`, for what a plugin's schema defines, and `Type.field` or `Type.VALUE`, for what it adds to others' types. */
function namesIn({ schema, kinds }: ServerPlugin): string[] {
  const names = parse(schema ?? '').definitions.flatMap((definition) => {
    if (!('name' in definition) || !definition.name) return [];
    const type = definition.name.value;
    if (!definition.kind.endsWith('Extension')) return [type];
    const added = [
      ...('fields' in definition ? (definition.fields ?? []) : []),
      ...('values' in definition ? (definition.values ?? []) : []),
    ];
    return added.map(({ name }) => `${type}.${name.value}`);
  });
  return [...names, ...(kinds ?? []).map(({ type }) => type)];
}

function isInSchema({ hub: { schema } }: TestHub, name: string): boolean {
  const [type = '', part] = name.split('.');
  const found = schema.getType(type);
  if (!found || !part) return found !== undefined;
  if (isEnumType(found)) return found.getValue(part) !== undefined;
  return 'getFields' in found && part in found.getFields();
}
