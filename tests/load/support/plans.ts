/** How PostgreSQL goes about a statement: its plan, as it is kept for every call, with what it touched on the way. */
import pg from 'pg';
import type { Statement } from '@hub/testing';

interface PlanNode {
  readonly 'Node Type': string;
  readonly Schema?: string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks'?: number;
  readonly 'Shared Read Blocks'?: number;
  readonly Plans?: readonly PlanNode[];
}

export class Plans {
  private constructor(private readonly client: pg.Client) {}

  static async open(connectionString: string): Promise<Plans> {
    const options = '-c timezone=UTC -c plan_cache_mode=force_generic_plan';
    const client = new pg.Client({ connectionString, options });
    await client.connect();
    return new Plans(client);
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** Pages of memory that a statement touches, when nothing is left to be read from the disk. */
  async pagesTouched(statement: Statement): Promise<number> {
    await this.planOf(statement, 'ANALYZE, BUFFERS, TIMING OFF');
    const plan = await this.planOf(statement, 'ANALYZE, BUFFERS, TIMING OFF');
    return (plan['Shared Hit Blocks'] ?? 0) + (plan['Shared Read Blocks'] ?? 0);
  }

  /** The tables, as `schema.table`, that it reads from end to end. */
  async tablesReadWhole(statement: Statement): Promise<string[]> {
    const plan = await this.planOf(statement, 'VERBOSE');
    const whole = nodesIn(plan).filter((node) => node['Node Type'].endsWith('Seq Scan'));
    return [...new Set(whole.map((node) => `${node.Schema}.${node['Relation Name']}`))];
  }

  /** Has PostgreSQL read a table from end to end only where no index would do. */
  async avoidReadingWhole(): Promise<void> {
    await this.client.query('SET enable_seqscan = off');
  }

  private async planOf({ text, values }: Statement, how: string): Promise<PlanNode> {
    await this.client.query(`PREPARE asked AS ${text}`);
    try {
      const given = values.length ? `(${values.map(literal).join(', ')})` : '';
      const { rows } = await this.client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `EXPLAIN (${how}, FORMAT JSON) EXECUTE asked${given}`,
      );
      const [row] = rows;
      if (!row) throw new Error('There is no plan.');
      return row['QUERY PLAN'][0].Plan;
    } finally {
      await this.client.query('DEALLOCATE asked');
    }
  }
}

function nodesIn(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesIn)];
}

/** A value as text that PostgreSQL reads by the type of its parameter. */
function literal(value: unknown): string {
  if (value === null || value === undefined) return 'NULL';
  if (Buffer.isBuffer(value)) return pg.escapeLiteral(`\\x${value.toString('hex')}`);
  if (value instanceof Date) return pg.escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return pg.escapeLiteral(`{${value.map((item) => JSON.stringify(String(item))).join(',')}}`);
  return pg.escapeLiteral(String(value as string));
}
