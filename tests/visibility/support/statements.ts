/** Which statements a hub asks of PostgreSQL: their number and their text are what takes time, and can be compared exactly. */
import { Database } from '@hub/core/server';
import type { TestHub } from '@hub/testing';

type Query = (text: string, ...more: unknown[]) => Promise<unknown>;

export interface Statements {
  /** The texts of the statements that ran since the last look, without those that look up who asks, and without the proof of that in others. */
  take(): string[];
}

/** Listens to every statement of a hub until it is closed: those of compiled reads and those of transactions. */
export function listenTo({ hub }: TestHub): Statements {
  const database = hub.app.get(Database);
  const texts: string[] = [];
  for (const way of ['read', 'readAnywhere'] as const) {
    const read = database[way].bind(database);
    database[way] = (statement) => {
      texts.push(statement.text);
      return read(statement);
    };
  }
  const { source } = database;
  const createRunner = source.createQueryRunner.bind(source);
  source.createQueryRunner = (mode) => {
    const runner = createRunner(mode);
    const query = runner.query.bind(runner) as unknown as Query;
    runner.query = ((text: string, ...more: unknown[]) => {
      texts.push(text);
      return query(text, ...more);
    }) as unknown as typeof runner.query;
    return runner;
  };
  return {
    take: () =>
      texts
        .splice(0)
        .map((text) => text.replace(proof, ''))
        .filter((text) => !text.includes('core.session')),
  };
}

/** Stands at the end of what reads for somebody who was looked up lately. */
const proof = /, coalesce\(\((?:(?! AS data,).)*\), false\) AS holds$/s;
