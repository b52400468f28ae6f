/** Asks two teams of the demonstration, as the hub would have asked them: one has not answered, the other is still going. */
import { Inject, Injectable } from '@nestjs/common';
import { nameOf, type EntityRef } from '@hub/core/contract';
import { actionOf, Directory } from '@hub/core/server';
import { quietDays } from '@hub/plugins/adaptations/contract';
import { memberRef, siteRef } from '@hub/plugins/sites/contract';
import type { EntityManager } from 'typeorm';
import { CheckInsService } from '../check-ins/check-ins.service';
import { after } from './demonstration-course';

/** By the site and the intervention that it adapts; with who answered. */
const asked = [
  { site: 'marlowfield', answeredBy: null },
  { site: 'harbourside', answeredBy: 'grace-tidewell' },
] as const;

const day = 24 * 60;

@Injectable()
export class CheckInsSeed {
  constructor(
    @Inject(CheckInsService) private readonly checkIns: CheckInsService,
    @Inject(Directory) private readonly directory: Directory,
  ) {}

  async load(tx: EntityManager): Promise<void> {
    for (const { site, answeredBy } of asked) {
      const adaptation = await testedAt(tx, siteRef(site));
      const entry = await this.directory.get(tx, adaptation);
      if (!entry) throw new Error(`${nameOf(adaptation)} is not in the directory.`);
      const quietSince = entry.updatedAt;
      const at = after(quietSince, quietDays * day + 60);
      const checkIn = await this.checkIns.ask({ tx, at }, adaptation, quietSince);
      if (!checkIn || !answeredBy) continue;
      const action = await actionOf(tx, memberRef(answeredBy), after(at, 2 * day));
      await this.checkIns.answer(action, { adaptation, checkIn, answer: 'GOING' });
    }
  }
}

/** The one that its site still tests. */
async function testedAt(tx: EntityManager, site: EntityRef): Promise<EntityRef> {
  const [row] = await tx.query<{ ref: EntityRef }[]>(
    `SELECT ref FROM adaptations.adaptation WHERE site_ref = $1 AND stage = 'TESTING' ORDER BY started_at DESC LIMIT 1`,
    [site],
  );
  if (!row) throw new Error(`${site} tests nothing.`);
  return row.ref;
}
