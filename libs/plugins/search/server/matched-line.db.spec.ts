/** The line of a hit's body that its words stand in, on a real database. */
import { createTestHub, notesPlugin, writeNote, type TestClient, type TestHub } from '@hub/testing';

let hub: TestHub;
let anjali: TestClient;

beforeAll(async () => {
  hub = await createTestHub({ only: ['search'], also: [notesPlugin] });
  anjali = await hub.as('anjali-thornapple');
});
afterAll(() => hub.close());

const document = `query Find($text: String!, $kinds: [SearchKind!]) {
  search(text: $text, kinds: $kinds) { edges { matchedLine node { ... on Node { id } } } }
}`;

interface Edge {
  readonly matchedLine: string | null;
  readonly node: { readonly id: string };
}

async function find(text: string, variables: Record<string, unknown> = {}): Promise<{ edges: readonly Edge[] }> {
  return (await anjali.ok(document, { text, ...variables })).search;
}

async function note(name: string, title: string, body: string) {
  const ref = await writeNote(hub, { name, title, body });
  await hub.drain();
  return ref;
}

describe('the matched line', () => {
  it('is the line of the body that holds the words, in plain text', async () => {
    await note(
      'lines',
      'Minutes',
      'We met at nine.\n- The **paramedics** asked for <b>one number</b> to ring.\nWe closed at ten.',
    );

    const [edge] = (await find('paramedic number')).edges;

    expect(edge?.matchedLine).toBe('The paramedics asked for one number to ring.');
  });

  it.each([
    ['whatsapp', 'The group on WhatsApp'],
    ['rounds', 'THE ROUNDS BEGIN EARLY'],
    ['dying', 'Of death, and of those who die'],
    ["o'brien", "Mrs O'Brien of the ward"],
    ['gp', 'A GP rang'],
  ])('is found whatever letters are capital ones, in whatever form: %p', async (words, line) => {
    const ref = await note(`capital-${line.length}`, 'Minutes of minutes', `Nothing.\n${line}\nNothing else.`);

    const { edges } = await find(words, { kinds: ['NOTE'] });

    expect(edges.find(({ node }) => node.id === ref)?.matchedLine).toBe(line);
  });

  it('is the one with most of the words, not the one that says a single one most often', async () => {
    await note('most', 'Minutes', 'Theremin, theremin and theremin.\nThe cellist tuned the theremin.\nA cellist.');

    expect((await find('theremin cellist')).edges[0]?.matchedLine).toBe('The cellist tuned the theremin.');
  });

  it('is null when only the title matched', async () => {
    await note('title-only', 'Zeppelin', 'Nothing about airships here.');

    expect((await find('zeppelin')).edges[0]?.matchedLine).toBeNull();
  });

  it('is cut around the words where the line is long', async () => {
    await note('long', 'Long', `${'before '.repeat(60)}harmonium ${'after '.repeat(60)}`);

    const line = (await find('harmonium')).edges[0]?.matchedLine ?? '';

    expect(line).toContain('harmonium');
    expect(line.length).toBeLessThan(260);
    expect(line).toMatch(/^… before .* after ?…$/);
  });

  it('is there in time where one line says one of the words 25,000 times, and none says the other', async () => {
    await note('often', 'Often', 'glockenspiel '.repeat(25_000));

    expect((await find('glockenspiel OR zither')).edges[0]?.matchedLine).toMatch(/^(glockenspiel ){10,}…$/);
  });
});
