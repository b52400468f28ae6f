/** Demonstration content: loaded through the same services as people's changes, each with its own actor and time. */
import type { EntityManager } from 'typeorm';

/** A plugin's part in loading the demonstration network. Seeds run in list order, in one transaction. */
export interface DemonstrationSeed {
  load(tx: EntityManager): Promise<void>;
}
