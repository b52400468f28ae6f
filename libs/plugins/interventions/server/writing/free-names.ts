/** Finds a name that no intervention of the hub has, safe against two that begin at once. */
import { Injectable } from '@nestjs/common';
import { writeAhead } from '@hub/core/server';
import type { EntityManager } from 'typeorm';
import { firstFree, nameFrom } from './names.rules';

@Injectable()
export class FreeNames {
  /** A name for this title, free until the transaction ends. */
  async for(tx: EntityManager, title: string): Promise<string> {
    const wanted = nameFrom(title);
    await writeAhead(tx, `SELECT pg_advisory_xact_lock(hashtext('interventions.name'))`, []);
    const others: { name: string }[] = await tx.query(
      `SELECT name FROM interventions.intervention WHERE name = $1 OR name LIKE $1 || '-%'`,
      [wanted],
    );
    return firstFree(
      wanted,
      others.map(({ name }) => name),
    );
  }
}
