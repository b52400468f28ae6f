/** What work in a transaction may ask of its connection besides statements that it waits for. */
import type { EntityManager } from 'typeorm';
import { ServingClient } from './steady-client';

/**
 * Writes in a transaction what nobody asks the outcome of: it goes with the statement that comes next, the commit at last, in their order, and
 * is undone with the rest. What must be known before going on is not for this.
 */
export async function writeAhead(tx: EntityManager, text: string, values: readonly unknown[]): Promise<void> {
  const connection = await servingConnectionOf(tx);
  if (connection) connection.writeAhead(text, values);
  else await tx.query(text, [...values]);
}

/** The same for one of many rows that a text takes as a list of JSON, its `$1`: one after the other, they are written in one statement. */
export async function writeRowAhead(tx: EntityManager, text: string, row: object): Promise<void> {
  const connection = await servingConnectionOf(tx);
  if (connection) connection.writeRowAhead(text, row);
  else await tx.query(text, [JSON.stringify([row])]);
}

/** Asks in a transaction. What is asked by it is on its way in the order of the calls, before all that is asked of the transaction later. */
export type Ask = <Row>(text: string, values: readonly unknown[]) => Promise<Row[]>;

export async function askerIn(tx: EntityManager): Promise<Ask> {
  const connection = await servingConnectionOf(tx);
  if (!connection) return (text, values) => tx.query(text, [...values]);
  return async (text, values) => ((await connection.query(text, values)) as { rows: never[] }).rows;
}

/** The connection of a transaction, where it is one that serves. */
export async function servingConnectionOf({ queryRunner }: EntityManager): Promise<ServingClient | null> {
  const connection: unknown = queryRunner?.isTransactionActive ? await queryRunner.connect() : null;
  return connection instanceof ServingClient ? connection : null;
}
