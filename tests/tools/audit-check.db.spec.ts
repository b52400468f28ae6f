/** The command that checks the audit log without the hub's own code. */
import path from 'node:path';
import { createTestHub, type TestHub } from '@hub/testing';

const place = path.resolve(import.meta.dirname, '../../tools/audit/check.mjs');
const { checkAudit } = (await import(place)) as {
  checkAudit(url: string): Promise<{ entries: number; brokenAt: string | null }>;
};

let hub: TestHub;

beforeAll(async () => {
  hub = await createTestHub();
}, 120_000);
afterAll(() => hub?.close());

it('finds that a log nobody touched holds, as the hub does (J4)', async () => {
  const marisol = await hub.as('marisol-greywether');
  const asked = await marisol.ok('mutation { checkAudit(input: {}) { entries brokenAt } }');
  const { entries, brokenAt } = await checkAudit(hub.databaseUrl);

  expect({ entries: entries - 1, brokenAt }).toEqual(asked.checkAudit);
});

it('names the first entry that was changed, and the one after a gap (J4)', async () => {
  await hub.sql('ALTER TABLE core.audit_entry DISABLE TRIGGER USER');
  await hub.sql(`UPDATE core.audit_entry SET facts = facts || '{"role": "LEAD "}' WHERE number = 4`);
  expect(await checkAudit(hub.databaseUrl)).toEqual({ entries: 3, brokenAt: '4' });

  await hub.sql('DELETE FROM core.audit_entry WHERE number IN (3, 4)');
  expect(await checkAudit(hub.databaseUrl)).toEqual({ entries: 2, brokenAt: '5' });
});
