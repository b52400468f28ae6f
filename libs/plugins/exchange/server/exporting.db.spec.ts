/** What people take out: what they see on the page, in four forms that other tools read, and nothing else. */
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { exportForms, type Family } from '@hub/plugins/exchange/contract';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse as parseCsv } from 'csv-parse/sync';
import { parseAllDocuments } from 'yaml';
import { file, ofFamily } from './testing/families';

const slug = 'breathlessness-clinic';
const danger = '=HYPERLINK("https://example.org","Look")';
const lineage = `query ($slug: String!) { intervention(slug: $slug) { lineage(depth: 10) { nodes { id status } edges { id } } } }`;

let hub: TestHub;
let anjali: TestClient;
let zubin: TestClient;
let adaptation: string;

beforeAll(async () => {
  hub = await createTestHub();
  anjali = await hub.as('anjali-thornapple');
  zubin = await hub.as('zubin-cloverdale');
  const { intervention } = await zubin.ok(
    'query ($slug: String!) { intervention(slug: $slug) { currentVersion { id } } }',
    { slug },
  );
  const { startAdaptation } = await zubin.ok(
    'mutation ($input: StartAdaptationInput!) { startAdaptation(input: $input) { adaptation { id } } }',
    { input: { sourceVersion: intervention.currentVersion.id, site: 'fenmarsh', why: 'For us alone' } },
  );
  adaptation = startAdaptation.adaptation.id;
  await zubin.ok(
    'mutation ($input: RecordModificationInput!) { recordModification(input: $input) { adaptation { id } } }',
    {
      input: { adaptation, what: danger, why: '@SUM(1)', codes: ['content_nature:substituted'], sectionKeys: ['why'] },
    },
  );
}, 120_000);
afterAll(() => hub?.close());

const familyFor = async (client: TestClient): Promise<Family> =>
  JSON.parse((await file(client, ofFamily(slug, 'family.json'))).text);
const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id).sort();

describe('An export', () => {
  it.each(exportForms)('%s is a file to keep, that no cache keeps', async (form) => {
    const { status, headers, text } = await file(anjali, ofFamily(slug, form));

    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toBe(`attachment; filename="${slug}-${form}"`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(text.length).toBeGreaterThan(500);
  });

  it('holds what its reader sees of the family, row by row, and for each reader their own (Z8)', async () => {
    for (const client of [anjali, zubin, hub.anonymous]) {
      const seen = (await client.ok(lineage, { slug })).intervention.lineage;
      const family = await familyFor(client);

      expect(ids(family.adaptations)).toEqual(ids(seen.edges));
      expect(ids(family.interventions)).toEqual(
        ids(seen.nodes.filter(({ status }: { status: string }) => status !== 'DRAFT')),
      );
    }
    expect(ids((await familyFor(zubin)).adaptations)).toContain(adaptation);
    expect(ids((await familyFor(anjali)).adaptations)).not.toContain(adaptation);
  });

  it('says nothing in any form of what its reader may not see (Z8)', async () => {
    for (const form of exportForms) {
      for (const address of [ofFamily(slug, form), `/exports/list/${form}?text=breathlessness`]) {
        const { text } = await file(anjali, address);
        expect(text).not.toContain('HYPERLINK');
        expect(text).not.toContain(adaptation);
      }
    }
  });

  it('of what is not there, and of what cannot be seen, is the same 404', async () => {
    const made = await anjali.ok(
      `mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { slug } } }`,
      { input: { site: 'northvale', title: 'Our secret draft', summary: 'Not yet', modelTypes: ['MCP'] } },
    );
    const hidden = await file(zubin, ofFamily(made.createIntervention.intervention.slug, 'family.json'));
    const nothing = await file(zubin, ofFamily('no-such-thing', 'family.json'));

    expect([hidden.status, hidden.text]).toEqual([404, nothing.text]);
    expect((await file(zubin, ofFamily(slug, 'family.exe' as 'family.json'))).status).toBe(404);
  });

  it('is in the audit log: by whom, of what, how much', async () => {
    await file(anjali, ofFamily(slug, 'catalog.yaml'));
    const [entry] = await hub.sql(
      `SELECT actor_ref, subject_ref, facts FROM core.audit_entry WHERE action = 'family.exported' ORDER BY number DESC LIMIT 1`,
    );

    expect(entry).toEqual({
      actor_ref: 'member:network/anjali-thornapple',
      subject_ref: `intervention:tollbridge/${slug}`,
      facts: { form: 'catalog.yaml', interventions: expect.any(Number), adaptations: expect.any(Number) },
    });
  });

  it('is taken from what its reader may ask in a short time', async () => {
    const strict = await createTestHub({ env: { HUB_CALL_LIMIT: '30' } });
    try {
      const answers = [];
      for (let at = 0; at < 4; at += 1) answers.push(await file(strict.anonymous, ofFamily(slug, 'family.json')));
      expect(answers.map(({ status }) => status)).toContain(429);
      expect(answers.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
    } finally {
      await strict.close();
    }
  }, 60_000);
});

describe('The table of changes', () => {
  it('comes back as what was written, and no cell of it is a formula (T6)', async () => {
    const { text } = await file(zubin, ofFamily(slug, 'changes.csv'));
    const rows = parseCsv(text, { columns: true, bom: true }) as Record<string, string>[];
    const mine = rows.find((row) => row.Adaptation === adaptation)!;

    expect(
      Object.values(rows.map((row) => Object.values(row)))
        .flat()
        .filter((cell) => /^[=+\-@\t\r]/.test(cell)),
    ).toEqual([]);
    expect([mine['What changed'], mine.Why]).toEqual([`'${danger}`, `'@SUM(1)`]);
    expect(mine).toMatchObject({ 'Adapting site': 'Fenmarsh', Codes: 'content_nature:substituted', Sections: 'Why' });
  });

  it('has every change that its reader may see, and a row for what was adapted without one', async () => {
    const family = await familyFor(zubin);
    const rows = parseCsv((await file(zubin, ofFamily(slug, 'changes.csv'))).text, { columns: true }) as Record<
      string,
      string
    >[];

    expect(
      rows
        .map((row) => row.Change)
        .filter(Boolean)
        .sort(),
    ).toEqual(ids(family.adaptations.flatMap(({ modifications }) => modifications)));
    expect([...new Set(rows.map((row) => row.Adaptation))].sort()).toEqual(ids(family.adaptations));
  });
});

describe('The file of a family', () => {
  it('keeps to the schema that the hub publishes', async () => {
    const published = await file(hub.anonymous, '/exports/family.schema.json');
    const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(JSON.parse(published.text));

    for (const client of [anjali, zubin, hub.anonymous]) {
      expect([validate(await familyFor(client)), validate.errors]).toEqual([true, null]);
    }
    expect(published.headers.get('content-type')).toContain('application/schema+json');
  });

  it('names authors to those who may know them, and nobody’s address, role or words about themselves', async () => {
    const family = await familyFor(anjali);

    expect(family.people.length).toBeGreaterThan(1);
    expect(family.people.every((person) => Object.keys(person).join() === 'id,displayName')).toBe(true);
    expect((await familyFor(hub.anonymous)).people).toEqual([]);
  });
});

describe('The catalog', () => {
  it('is documents that a catalog reads: each with its kind, and relations that lead to others of them', async () => {
    const { text } = await file(anjali, ofFamily(slug, 'catalog.yaml'));
    const documents = parseAllDocuments(text).map((document) => document.toJS());
    const names = documents.map(({ kind, metadata }) => `${kind.toLowerCase()}:default/${metadata.name}`);
    const targets = documents.flatMap(({ relations }) =>
      relations.map(({ targetRef }: { targetRef: string }) => targetRef),
    );

    expect(documents.every((one) => Object.keys(one).join() === 'apiVersion,kind,metadata,spec,relations')).toBe(true);
    expect(documents.every(({ metadata }) => /^[A-Za-z0-9][-A-Za-z0-9_.]{0,61}[A-Za-z0-9]$/.test(metadata.name))).toBe(
      true,
    );
    expect(new Set(names).size).toBe(names.length);
    expect(targets.filter((target) => !names.includes(target))).toEqual([]);
    expect(targets.length).toBeGreaterThan(3);
  });
});

describe('The description', () => {
  it('says each section of the current version under its heading', async () => {
    const { text } = await file(anjali, ofFamily(slug, 'tidier.md'));
    const { intervention } = await anjali.ok(
      'query ($slug: String!) { intervention(slug: $slug) { title currentVersion { sections { heading body } } } }',
      { slug },
    );

    expect(text.startsWith(`# ${intervention.title}`)).toBe(true);
    for (const { heading, body } of intervention.currentVersion.sections) {
      expect(text).toContain(`## ${heading}\n\n${body.trim()}`);
    }
  });

  it('of a list has those that its filters leave', async () => {
    const { text } = await file(anjali, '/exports/list/tidier.md?model=EHCH&maturity=RUNNING');
    const { interventions } = await anjali.ok(
      '{ interventions(filter: { modelTypes: ["EHCH"], maturity: [RUNNING] }, first: 100) { edges { node { title status } } } }',
    );
    const published = interventions.edges.filter(({ node }: { node: { status: string } }) => node.status !== 'DRAFT');

    expect(text.match(/^# /gm)).toHaveLength(published.length);
    expect(published.length).toBeGreaterThan(2);
  });
});

describe('What came of something that is withdrawn since', () => {
  it('says so in the description and in the table of changes', async () => {
    const callum = await hub.as('callum-pennyroyal');
    const { intervention } = await callum.ok(
      `query ($slug: String!) { intervention(slug: $slug) { id title revision
        lineage(depth: 1) { edges { result { slug status } } } } }`,
      { slug },
    );
    const { id, title, revision: expectedRevision, lineage: family } = intervention;
    const { result } = family.edges.find(
      (edge: { result: { status: string } | null }) => edge.result?.status === 'PUBLISHED',
    );
    const description = async () => (await file(hub.anonymous, ofFamily(result.slug, 'tidier.md'))).text;
    const before = await description();
    await callum.ok(
      'mutation ($input: WithdrawInterventionInput!) { withdrawIntervention(input: $input) { intervention { id } } }',
      { input: { id, expectedRevision, reason: 'The machine is gone' } },
    );
    const table = (await file(hub.anonymous, ofFamily(result.slug, 'changes.csv'))).text;
    const rows = parseCsv(table, { columns: true, bom: true }) as Record<string, string>[];
    const today = new Date().toISOString().slice(0, 10);

    expect(before).toContain(`## What it came from\n\n- **${title}**: `);
    expect(before).not.toContain('Withdrawn on');
    expect(await description()).toMatch(/- \*\*.+\*\*: .+\. Withdrawn on .+: The machine is gone\./);
    expect(rows.find((row) => row['Adapted intervention'] === title)?.['Source withdrawn at']).toContain(today);
  });
});
