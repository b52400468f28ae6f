/** `npm run audit-check`: says whether the audit log of DATABASE_URL, or of the embedded database, holds. Ends with 1 when it does not. */
import { checkAudit } from './audit/check.mjs';
import { openHubDatabase } from './launcher/hub-database.mjs';
import { end, live } from './launcher/life.mjs';
import { readSettings } from './launcher/project.mjs';

live(async () => {
  const { url } = await openHubDatabase(readSettings(process.env, []));
  const { entries, brokenAt } = await checkAudit(url);
  if (brokenAt === null) return end(0, `All ${entries} entries of the audit log hold.`);
  return end(1, `Entry ${brokenAt} of the audit log does not hold. The ${entries} before it do.`);
});
