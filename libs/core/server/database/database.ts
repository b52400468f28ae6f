/** The hub's one way to PostgreSQL: TypeORM's data source and its pool of connections. */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

export interface NamedStatement {
  readonly name?: string | undefined;
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Pool {
  query(statement: { name?: string; text: string; values: unknown[] }): Promise<{ rows: unknown[] }>;
}

@Injectable()
export class Database {
  /** Statements run by `read`, counted so that tests can say how many an operation takes. */
  statements = 0;

  constructor(readonly source: DataSource) {}

  /** Runs one statement on the pool, named (planned once a connection) where a name is given. */
  async read<Row>({ name, text, values }: NamedStatement): Promise<Row[]> {
    this.statements += 1;
    const pool = (this.source.driver as unknown as { master: Pool }).master;
    const statement = name ? { name, text, values: [...values] } : { text, values: [...values] };
    const { rows } = await pool.query(statement);
    return rows as Row[];
  }

  /** Runs work in one transaction, tried again a few times when PostgreSQL asks for it (deadlock, serialisation). */
  async transaction<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.source.transaction(work);
      } catch (error) {
        if (attempt >= 3 || !isRetryable(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 50 * attempt));
      }
    }
  }
}

function isRetryable(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return code === '40001' || code === '40P01';
}
