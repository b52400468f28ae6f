/** The audit log as people meet it: it only grows, a broken entry is named, everybody sees their own part, and it leaves as CSV. */
import { Audit, Database } from '@hub/core/server';
import { createTestHub, type TestClient, type TestHub } from '@hub/testing';
import { csvOf } from '@hub/core/server';

let hub: TestHub;
let marisol: TestClient;
let anjali: TestClient;

const member = 'member:network/anjali-thornapple';
const reason = 'The quarterly review';
const check = 'mutation { checkAudit(input: {}) { entries brokenAt } }';
const exportAudit = 'mutation ($input: ExportAuditInput!) { exportAudit(input: $input) { fileName content rows } }';
const exportAccess =
  'mutation ($input: ExportAccessReviewInput!) { exportAccessReview(input: $input) { fileName content rows } }';

beforeAll(async () => {
  hub = await createTestHub();
  marisol = await hub.as('marisol-greywether');
  anjali = await hub.as('anjali-thornapple');
}, 120_000);
afterAll(() => hub?.close());

const add = (entry: Parameters<Audit['add']>[1]) =>
  hub.hub.app.get(Database).transaction((tx) => hub.hub.app.get(Audit).add(tx, entry));

describe('the log', () => {
  it('only grows: changing or removing an entry is refused by the database (J4)', async () => {
    for (const change of [
      "UPDATE core.audit_entry SET action = 'x'",
      'DELETE FROM core.audit_entry',
      'TRUNCATE core.audit_entry',
    ])
      await expect(hub.sql(change)).rejects.toMatchObject({ code: '42501' });
  });

  it('holds whatever was told, on one line, and its check finds nothing (J4)', async () => {
    await add({
      ...{ action: 'test.told', actor: member, subject: 'site:network/northvale' },
      facts: { z: 1, a: { y: [1, null], b: undefined }, name: 'two\nlines', nothing: undefined, share: 0.1 },
    });
    const { checkAudit } = await marisol.ok(check);
    const { exportAudit: exported } = await marisol.ok(exportAudit, {
      input: { reason, filter: { what: 'test.told' } },
    });

    expect(checkAudit.brokenAt).toBeNull();
    expect(checkAudit.entries).toBeGreaterThan(20);
    expect(exported.rows).toBe(1);
    expect(parsed(exported.content)[1]?.at(-1)).toContain('two\\nlines');
  });

  it('names the first entry whose byte was flipped past every guard (J4)', async () => {
    await hub.sql('ALTER TABLE core.audit_entry DISABLE TRIGGER USER');
    await hub.sql("UPDATE core.audit_entry SET actor_ref = 'member:network/somebody-else' WHERE number = 7");
    expect((await marisol.ok(check)).checkAudit).toEqual({ entries: 6, brokenAt: 7 });
    await hub.sql("UPDATE core.audit_entry SET actor_ref = 'member:network/marisol-greywether' WHERE number = 7");
    await hub.sql('ALTER TABLE core.audit_entry ENABLE TRIGGER USER');
    expect((await marisol.ok(check)).checkAudit.brokenAt).toBeNull();
  });
});

describe('reading it', () => {
  const page = (
    args: string,
  ) => `{ auditEntries(${args}) { totalCount pageInfo { hasNextPage endCursor hasPreviousPage }
    edges { node { number action at actor { id } outcome } } } }`;
  const numbers = (answer: { edges: { node: { number: number } }[] }) => answer.edges.map(({ node }) => node.number);

  it('is newest first, in pages that neither repeat nor lose an entry', async () => {
    const first = (await marisol.ok(page('first: 5'))).auditEntries;
    const next = (await marisol.ok(page(`first: 5, after: "${first.pageInfo.endCursor}"`))).auditEntries;
    const all = [...numbers(first), ...numbers(next)];

    expect(new Set(all).size).toBe(10);
    expect([...all].sort((a, b) => b - a)).toEqual(all);
  });

  it('is filtered by who, what, about what, outcome and when', async () => {
    const count = async (filter: string) => (await marisol.ok(page(`filter: ${filter}`))).auditEntries.totalCount;
    const all = await count('{}');

    expect(await count('{ who: "greywether" }')).toBeGreaterThan(0);
    expect(await count('{ who: "thornapple", what: "test" }')).toBe(1);
    expect(await count('{ about: "northvale", what: "test.told" }')).toBe(1);
    expect(await count('{ who: "100%" }')).toBe(0);
    expect(await count('{ outcome: REFUSED }')).toBe(0);
    expect(await count('{ from: "2020-01-01T00:00:00.000Z", to: "2199-01-01T00:00:00.000Z" }')).toBe(all);
    expect(await count('{ to: "2020-01-01T00:00:00.000Z" }')).toBe(0);
  });

  it('everybody reads what they did and what was done to their account, and nothing else', async () => {
    const ask = '{ viewerAudit(first: 100) { edges { node { action actor { id } subjectId } } } }';
    await add({ action: 'test.about-you', actor: 'member:network/marisol-greywether', subject: member });
    const own = (await anjali.ok(ask)).viewerAudit.edges.map(({ node }: { node: unknown }) => node);

    expect(own.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['test.told', 'test.about-you']),
    );
    expect(
      own.filter(
        (entry: { actor: { id: string }; subjectId: string }) =>
          entry.actor.id !== member && entry.subjectId !== member,
      ),
    ).toEqual([]);
  });

  it('who leads a site reads what is about it and what it owns; others of the site do not', async () => {
    const ask = '{ siteAudit(site: "northvale", first: 100) { edges { node { action subjectId } } } }';
    const entries = (await anjali.ok(ask)).siteAudit.edges.map(
      ({ node }: { node: { subjectId: string } }) => node.subjectId,
    );
    const kwame = await hub.as('kwame-larkrise');

    expect(new Set(entries).size).toBeGreaterThan(1);
    expect(entries.filter((id: string) => id !== 'site:network/northvale' && !id.includes(':northvale/'))).toEqual([]);
    expect(await kwame.codeOf(ask)).toBe('FORBIDDEN');
    expect(await marisol.codeOf(ask)).toBe('FORBIDDEN');
  });

  it('an entry about something that an administrator may not see is not in the log for them, nor counted (Z5)', async () => {
    const before = (await marisol.ok(page('first: 1'))).auditEntries.totalCount;
    const made = await anjali.ok(
      'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
      { input: { site: 'northvale', title: 'Hidden', summary: 'x', modelTypes: ['MCP'] } },
    );
    await add({ action: 'test.hidden', actor: member, subject: made.createIntervention.intervention.id });
    const after = (await marisol.ok(page('first: 1'))).auditEntries;
    const { exportAudit: exported } = await marisol.ok(exportAudit, {
      input: { reason, filter: { what: 'test.hidden' } },
    });

    expect(after.totalCount).toBe(before);
    expect(exported.rows).toBe(0);
    expect(
      (await anjali.ok('{ siteAudit(site: "northvale", first: 1) { edges { node { action } } } }')).siteAudit.edges[0]
        .node.action,
    ).toBe('test.hidden');
  });

  it('what a fact names has its title for whoever may see that, and no name for others (Z2)', async () => {
    const made = await anjali.ok(
      'mutation ($input: CreateInterventionInput!) { createIntervention(input: $input) { intervention { id } } }',
      { input: { site: 'northvale', title: 'Hidden too', summary: 'x', modelTypes: ['MCP'] } },
    );
    const { id } = made.createIntervention.intervention;
    await add({
      ...{ action: 'test.names', actor: member, subject: 'site:network/northvale' },
      facts: { draft: id, member, words: 'anjali-thornapple' },
    });
    const ask = (root: string) => `{ ${root} { edges { node { action facts { name value title } } } } }`;
    const [own, administrators] = [
      (await anjali.ok(ask('siteAudit(site: "northvale", first: 1)'))).siteAudit.edges[0].node,
      (await marisol.ok(ask('auditEntries(first: 1)'))).auditEntries.edges[0].node,
    ];
    const others = [
      { name: 'member', value: member, title: 'Dr Anjali Thornapple' },
      { name: 'words', value: 'anjali-thornapple', title: null },
    ];

    expect(own.facts).toEqual([{ name: 'draft', value: id, title: 'Hidden too' }, ...others]);
    expect(administrators.facts).toEqual([
      { name: 'draft', value: 'intervention:northvale/…', title: null },
      ...others,
    ]);
  });
});

describe('exports', () => {
  it('no cell begins like a formula, and every text comes back as it was (T6)', () => {
    const evil = [
      '=HYPERLINK("x")',
      '+1',
      '-1',
      '@x',
      '\t=1',
      '\r=1',
      '\n=1',
      'a"b',
      'a,b',
      'two\r\nlines',
      'plain',
      '',
    ];
    const [, row = []] = parsed(
      csvOf(
        evil.map((_, at) => `c${at}`),
        [evil],
      ),
    );

    expect(row.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    expect(row.map((cell) => cell.replace(/^'/, ''))).toEqual(evil);
    expect(row.slice(0, 6).every((cell) => cell.startsWith("'"))).toBe(true);
  });

  it('the access review has everybody once, with what they may do, and is in the log (J3)', async () => {
    await hub.sql("UPDATE core.entity SET title = '=cmd|x' WHERE ref = $1", [member]);
    await hub.sql('INSERT INTO identity.address (member_ref, email, since) VALUES ($1, $2, now())', [
      member,
      'a@nhs.net',
    ]);
    const { exportAccessReview } = await marisol.ok(exportAccess, { input: { reason } });
    const [headings = [], ...rows] = parsed(exportAccessReview.content);
    const [accounts] = await hub.sql<{ count: number }>('SELECT count(*)::int FROM core.account');
    const line = rows.find((row) => row[1] === member);
    const [entry] = (await marisol.ok('{ auditEntries(first: 1) { edges { node { action facts { name value } } } } }'))
      .auditEntries.edges;

    expect(rows).toHaveLength(accounts?.count ?? 0);
    expect(exportAccessReview.fileName).toMatch(/^access-review-\d{4}-\d\d-\d\d\.csv$/);
    expect(headings[0]).toBe('Member');
    expect(line?.slice(0, 6)).toEqual([
      "'=cmd|x",
      member,
      'a@nhs.net',
      '',
      expect.stringContaining(': Site lead'),
      'off',
    ]);
    expect(rows.find((row) => row[1]?.includes('marisol'))?.[3]).toContain('administrator');
    expect(entry.node).toMatchObject({ action: 'access-review.exported' });
  });
});

/** RFC 4180, read strictly: quoted cells, doubled quotes, CRLF between records. */
function parsed(csv: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < csv.length) {
    expect(csv[at]).toBe('"');
    let cell = '';
    for (at += 1; csv[at] !== '"' || csv[at + 1] === '"'; at += 1) {
      if (csv[at] === '"') at += 1;
      cell += csv[at];
    }
    rows.at(-1)?.push(cell);
    at += 1;
    if (csv[at] === ',') at += 1;
    else if (csv.startsWith('\r\n', at)) {
      at += 2;
      if (at < csv.length) rows.push([]);
    }
  }
  return rows;
}
