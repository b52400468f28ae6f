/** Asks Squawk, a linter, whether a migration would hold up or break a hub that goes on with its old code. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { MigrationClass } from '@hub/core/server';
import type { QueryRunner } from 'typeorm';

const root = path.resolve(import.meta.dirname, '../../..');
const squawk = path.join(root, 'node_modules/.bin/squawk');

/** The rules that it breaks, in the order in which it does. */
export async function rulesBrokenBy(migration: MigrationClass): Promise<string[]> {
  const { transaction = true } = new migration();
  return rulesBrokenIn(await statementsOf(migration), transaction);
}

/** The same of a text of statements. */
export function rulesBrokenIn(statements: string, isInTransaction = true): string[] {
  const options = [
    '--config',
    path.join(root, 'tools/checks/squawk.toml'),
    '--reporter',
    'json',
    '--pg-version',
    '18.0',
  ];
  const told = spawnSync(
    squawk,
    [...options, ...(isInTransaction ? ['--assume-in-transaction'] : []), '--stdin-filepath', 'migration.sql'],
    { input: statements, encoding: 'utf8' },
  );
  if (told.error) throw told.error;
  const found = JSON.parse(told.stdout) as readonly { rule_name: string; message: string }[];
  const unread = found.find(({ rule_name }) => rule_name === 'syntax-error');
  if (unread) throw new Error(`${unread.message} in ${statements}`);
  return found.map(({ rule_name }) => rule_name);
}

/** What it would tell PostgreSQL. */
async function statementsOf(migration: MigrationClass): Promise<string> {
  const statements: string[] = [];
  const query = (text: string) => {
    statements.push(text.replace(/;?\s*$/, ';'));
    return Promise.resolve([]);
  };
  await new migration().up({ query } as unknown as QueryRunner);
  return statements.join('\n');
}
