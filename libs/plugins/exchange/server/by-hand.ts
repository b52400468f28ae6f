/** Importing on the hub's own machine, by whoever runs it: a file as large as it may be, and no member's name in the log. */
import { Database, type Hub } from '@hub/core/server';
import { ImportService, type ImportedFamily } from './import.service';

/** Says what it would make; makes it unless it is a dry run or there is a fault. */
export function importByHand({ app }: Pick<Hub, 'app'>, family: string, dryRun: boolean): Promise<ImportedFamily> {
  const imports = app.get(ImportService);
  return app.get(Database).transaction(async (tx) => {
    const importing = { at: new Date(), tx, by: null };
    const plan = await imports.import(importing, { family, dryRun: true });
    return dryRun || plan.faults.length > 0 ? plan : imports.import(importing, { family, dryRun: false });
  });
}
