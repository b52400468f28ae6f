/** Records written ahead of the statement that comes next, as `writeAhead` writes. */
import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { writeAhead } from './write-ahead';

type Columns<R> = QueryDeepPartialEntity<R>;

/** Adds them in one statement. */
export async function insertAhead<R extends ObjectLiteral>(
  tx: EntityManager,
  record: EntityTarget<R>,
  rows: Columns<R> | Columns<R>[],
): Promise<void> {
  await sendAhead(tx, tx.createQueryBuilder().insert().into(record).values(rows).updateEntity(false));
}

/** Changes these columns of all that are like this. */
export async function updateAhead<R extends ObjectLiteral>(
  tx: EntityManager,
  record: EntityTarget<R>,
  like: FindOptionsWhere<R>,
  columns: Columns<R>,
): Promise<void> {
  await sendAhead(tx, tx.createQueryBuilder().update(record).set(columns).where(like).updateEntity(false));
}

/** Deletes all that are like this. */
export async function deleteAhead<R extends ObjectLiteral>(
  tx: EntityManager,
  record: EntityTarget<R>,
  like: FindOptionsWhere<R>,
): Promise<void> {
  await sendAhead(tx, tx.createQueryBuilder().delete().from(record).where(like));
}

function sendAhead(tx: EntityManager, built: { getQueryAndParameters(): [string, unknown[]] }): Promise<void> {
  const [text, values] = built.getQueryAndParameters();
  return writeAhead(tx, text, values);
}
