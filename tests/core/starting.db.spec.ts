/** Starting: two instances at once on one empty database, a second loading, and a start without the demonstration. */
import { createHub, definePlugin, prepareDatabase, settingsFrom, type Hub } from '@hub/core/server';
import { createEmptyDatabase, createTestHub, pluginsOfTheHub } from '@hub/testing';
import pg from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';

it('two instances starting at once on one empty database both succeed, and load the demonstration once (R12)', async () => {
  const database = await createEmptyDatabase();
  const plugins = await pluginsOfTheHub();
  const settings = settingsFrom({
    ...{ DATABASE_URL: database.url, HUB_DEMO: '1', PORT: '0', HUB_ROLE: 'api' },
    HUB_SECRET_KEY: Buffer.alloc(32, 'test').toString('base64'),
  });
  const start = async () => {
    await prepareDatabase(database.url, plugins);
    const hub = await createHub(plugins, settings);
    return { hub, loaded: await hub.loadDemonstration(), port: await hub.listen() };
  };

  const instances = await Promise.all([start(), start()]);
  const counts = await Promise.all(
    instances.map(({ port }) => ask(port, '{ sites { totalCount } interventions { totalCount } }')),
  );
  const again = await instances[0]?.hub.loadDemonstration();
  const kept = await keptMails(database.url, instances[0]!.hub);
  await Promise.all(instances.map(({ hub }) => hub.close()));
  await database.drop();

  expect(instances.map(({ loaded }) => loaded).sort()).toEqual([false, true]);
  expect(counts).toEqual(Array(2).fill({ sites: { totalCount: 14 }, interventions: { totalCount: 27 } }));
  expect(again).toBe(false);
  expect(kept.map(({ recipient, subject }) => `${recipient}: ${subject}`)).toEqual(
    ['', 'Re: ', 'Re: '].map(
      (re) => `clementine-dovecote@demonstration.invalid: ${re}The bag comes back without the glasses`,
    ),
  );
  expect(kept[0]?.text).toContain('because you follow EHCH.');
});

/** The mails that come of what is news in the demonstration, for its administrator to read: written as all are, in their order. */
async function keptMails(url: string, hub: Hub): Promise<{ recipient: string; subject: string; text: string }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    `UPDATE core.delivery SET done_at = now() WHERE event_id IN (SELECT id FROM core.domain_event WHERE loaded)`,
  );
  await hub.worker.drain();
  while (await hub.mailSender.handleNext());
  const { rows } = await client.query('SELECT recipient, subject, text FROM core.mail ORDER BY created_at, id');
  await client.end();
  return rows;
}

it('the demonstration network is there in full, with its dates, and told as history but for one discussion', async () => {
  const hub = await createTestHub();
  const marisol = await hub.as('marisol-greywether');
  const counts = await hub.sql<{ kind: string; count: number }>(
    'SELECT kind, count(*)::int FROM core.entity GROUP BY kind',
  );
  const news = await hub.sql<{ subject: string; late: boolean }>(
    `SELECT DISTINCT subject_ref AS subject, created_at > '2020-01-01' AS late FROM subscriptions.notification
     WHERE read_at IS NULL OR created_at > '2020-01-01'`,
  );
  const { threads } = await marisol.ok('{ threads(first: 1) { edges { node { lastActivityAt } } } }');
  await hub.close();

  expect(Object.fromEntries(counts.map(({ kind, count }) => [kind, count]))).toEqual({
    'care-model': 5,
    adaptation: 22,
    // One of each care model, and 3 others.
    community: 8,
    evaluation: 4,
    intervention: 27,
    member: 34,
    'saved-search': 2,
    site: 14,
    // The ten lessons, the enablers, and the words of discussions.
    tag: 76,
    // 45 of the network, and 3 that closed and private communities keep among themselves.
    thread: 48,
    vanguard: 50,
  });
  expect(news).toEqual([{ subject: 'thread:network/bag-comes-back-empty', late: false }]);
  expect(threads.edges[0].node.lastActivityAt).toMatch(/^201[5-8]-.*\.000Z$/);
});

it('an empty hub knows the care models and the 50 vanguards, and nobody', async () => {
  const hub = await createTestHub({ demonstration: false });
  const data = await hub.anonymous.ok(
    '{ modelTypes { code siteCount } vanguards(first: 0) { totalCount } sites { totalCount } }',
  );
  await hub.close();

  expect(data.modelTypes).toEqual(['MCP', 'PACS', 'EHCH', 'UEC', 'ACC'].map((code) => ({ code, siteCount: 0 })));
  expect(data).toMatchObject({ vanguards: { totalCount: 50 }, sites: { totalCount: 0 } });
});

class TakeTime1700000009900 implements MigrationInterface {
  readonly name = 'TakeTime1700000009900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT pg_sleep(9)');
  }

  async down(): Promise<void> {
    // Nothing was made.
  }
}

it('a migration takes its time, also when one statement takes longer than people would wait (Q9)', async () => {
  const database = await createEmptyDatabase();
  const slow = definePlugin({ id: 'slow', migrations: [TakeTime1700000009900] });

  await expect(prepareDatabase(database.url, [slow])).resolves.toBeUndefined();
  await database.drop();
}, 30_000);

async function ask(port: number, query: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: unknown }).data;
}
