/** The server without each plugin that nothing needs: everything else still works, and nothing of the one left out is there. */
import type { ServerPlugin } from '@hub/core/server';
import { createTestHub, pluginsOfTheHub, type TestClient, type TestHub } from '@hub/testing';
import { Kind, parse, print, validate } from 'graphql';
import { questionsWithout, type PageQuestion } from './page-questions';

const plugins = await pluginsOfTheHub();
const notNeeded = plugins.filter(({ id }) => !plugins.some(({ needs }) => needs?.includes(id)));

it('there are plugins that nothing needs', () => {
  expect(notNeeded.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['adaptations', 'threads', 'subscriptions', 'search']),
  );
});

describe.each(notNeeded.map((leftOut) => ({ id: leftOut.id, leftOut })))('the hub without $id', ({ leftOut }) => {
  const others = plugins.filter((plugin) => plugin !== leftOut);
  const questions = questionsWithout(leftOut.id);
  let hub: TestHub;
  let anjali: TestClient;

  beforeAll(async () => {
    hub = await createTestHub({ plugins: others });
    anjali = await hub.as('anjali-thornapple');
  }, 120_000);
  afterAll(() => hub?.close());

  it('loads the rest of the demonstration, and all that follows from it', async () => {
    const kinds = await hub.sql<{ kind: string }>('SELECT DISTINCT kind FROM core.entity');
    const expected = others.flatMap((plugin) => plugin.kinds?.map(({ kind }) => kind) ?? []);
    const waiting = await hub.sql('SELECT FROM core.delivery');

    expect(kinds.map(({ kind }) => kind).sort()).toEqual(['care-model', ...expected].sort());
    expect(waiting).toEqual([]);
  });

  it('has nothing of it in the schema, nor in the database', async () => {
    const tables = await hub.sql<{ name: string }>(
      "SELECT table_schema || '.' || table_name AS name FROM information_schema.tables",
    );
    const own = (leftOut.reads ?? []).flatMap(({ source }) => (source ? [source] : []));

    expect(namesIn(leftOut).filter((name) => isInSchema(hub, name))).toEqual([]);
    expect(own.filter((source) => tables.some(({ name }) => name === source))).toEqual([]);
    expect(tables.filter(({ name }) => name.startsWith(`${leftOut.id}.`))).toEqual([]);
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

  /** The errors, or that nothing came. */
  async function answerTo(question: PageQuestion): Promise<string[]> {
    const variables = await variablesFor(question);
    const { data, errors } = await anjali.run(print(question.document), variables);
    const nothing = Object.values(data ?? { data: null }).every((value) => value === null);
    return [
      ...(errors ?? []).map(({ message }) => `${question.name}: ${message}`),
      ...(nothing ? [`${question.name}: nothing for ${JSON.stringify(variables)}`] : []),
    ];
  }

  /** Something there for each variable that a question needs: `id` and `slug` name a thing that the asking plugin has pages for. */
  async function variablesFor({ name, room, needs }: PageQuestion): Promise<Record<string, unknown>> {
    const [thing] = await hub.sql<{ ref: string }>('SELECT ref FROM core.entity WHERE kind = $1 ORDER BY ref LIMIT 1', [
      { adaptations: 'adaptation', threads: 'thread', sites: 'member' }[room] ?? 'care-model',
    ]);
    const slugs = {
      SitePage: 'northvale',
      SitePeople: 'northvale',
      SiteCompare: 'northvale',
      SiteAdaptations: 'northvale',
    };
    const values: Record<string, unknown> = {
      id: thing?.ref,
      slug: name.startsWith('Vanguard')
        ? await aVanguard()
        : (slugs[name as keyof typeof slugs] ?? 'breathlessness-clinic'),
      ours: 'tollbridge',
      code: 'MCP',
      codes: ['MCP'],
      sites: ['site:network/northvale'],
      ...{ first: 5, depth: 6, number: 1, from: 1, to: 1, text: 'clinic' },
    };
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

/** `Type`, for what a plugin's schema defines, and `Type.field`, for what it adds to others' types. */
function namesIn({ schema, kinds }: ServerPlugin): string[] {
  const names = parse(schema ?? '').definitions.flatMap((definition) => {
    if (definition.kind === Kind.OBJECT_TYPE_EXTENSION)
      return (definition.fields ?? []).map((field) => `${definition.name.value}.${field.name.value}`);
    return 'name' in definition && definition.name ? [definition.name.value] : [];
  });
  return [...names, ...(kinds ?? []).map(({ type }) => type)];
}

function isInSchema({ hub: { schema } }: TestHub, name: string): boolean {
  const [type = '', field] = name.split('.');
  const found = schema.getType(type);
  if (!field) return found !== undefined;
  return Boolean(found && 'getFields' in found && found.getFields()[field]);
}
