/** The carrier of what callers spent: where the instances of a hub add it up. PostgreSQL is the one there is; Redis would do the same. */
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database';

/** What each caller spent. */
export type Points = ReadonlyMap<string, number>;

export abstract class SpentPoints {
  /** Adds what was spent here in one span of time, and gives what the same callers spent in it on all instances together. */
  abstract add(span: number, spent: Points): Promise<Points>;
}

@Injectable()
export class PostgresSpentPoints extends SpentPoints {
  private lastSpan = 0;

  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  /** One statement for all callers; callers are kept as hashes, and not longer than the span after theirs. */
  override async add(span: number, spent: Points): Promise<Points> {
    const callers = new Map([...spent.keys()].map((caller) => [hashOf(caller), caller]));
    const rows = await this.database.source.query<{ caller: string; points: number }[]>(
      `INSERT INTO core.spent_points AS s (caller, span, points)
       SELECT * FROM unnest($1::text[], $2::bigint[], $3::int[]) AS new (caller, span, points) ORDER BY caller
       ON CONFLICT (caller, span) DO UPDATE SET points = s.points + excluded.points RETURNING caller, points`,
      [[...callers.keys()], [...callers].map(() => span), [...spent.values()]],
    );
    await this.forgetBefore(span - 1);
    return new Map(rows.map(({ caller, points }) => [callers.get(caller) ?? caller, points]));
  }

  private async forgetBefore(span: number): Promise<void> {
    if (span <= this.lastSpan) return;
    this.lastSpan = span;
    await this.database.source.query('DELETE FROM core.spent_points WHERE span < $1', [span]);
  }
}

function hashOf(caller: string): string {
  return createHash('sha256').update(caller).digest('base64url');
}
