/** What becomes of the work of an instance that stops in the middle of it, and of an event that nobody can handle. */
import { Injectable } from '@nestjs/common';
import { domainEvent, type DomainEvent } from '@hub/core/contract';
import { Database, definePlugin, Outbox, type DomainEventHandler } from '@hub/core/server';
import { createTestHub, type TestHub } from '@hub/testing';
import type { EntityManager } from 'typeorm';

const bellRung = domainEvent<Record<string, never>>()('bell.rung');
const handled: string[] = [];
const patience: string[] = [];
let goesOn: () => void = () => undefined;

/** Stops the first time, with everything that it holds, as a process does that is stopped; PostgreSQL waits a second for it. */
@Injectable()
class StopsOnce implements DomainEventHandler {
  private static stopped = false;

  async handle(event: DomainEvent, tx: EntityManager): Promise<void> {
    if (!StopsOnce.stopped) {
      StopsOnce.stopped = true;
      const [row] = await tx.query<{ held: string }[]>(
        "SELECT current_setting('idle_in_transaction_session_timeout') AS held",
      );
      patience.push(row?.held ?? '');
      await tx.query(`SET LOCAL idle_in_transaction_session_timeout = '1s'`);
      await new Promise<void>((resolve) => (goesOn = resolve));
    }
    await tx.query(`INSERT INTO core.remembered_request (key, input_hash, at) VALUES ($1, 'handled', now())`, [
      event.id,
    ]);
    handled.push('StopsOnce');
  }
}

@Injectable()
class Fine implements DomainEventHandler {
  async handle(): Promise<void> {
    handled.push('Fine');
  }
}

@Injectable()
class Never implements DomainEventHandler {
  async handle(): Promise<void> {
    throw new Error('Nobody can handle this.');
  }
}

const bell = definePlugin({
  id: 'bell',
  events: [bellRung],
  handlers: [StopsOnce, Fine, Never].map((handler) => ({ event: bellRung.name, handler })),
});

let first: TestHub;
let second: TestHub;

beforeAll(async () => {
  first = await createTestHub({ plugins: [bell], demonstration: false });
  const database = { url: first.databaseUrl, drop: () => Promise.resolve() };
  second = await createTestHub({ plugins: [bell], demonstration: false, database });
});
afterAll(async () => {
  await second?.close();
  await first?.close();
});

const ring = () =>
  first.hub.app.get(Database).transaction((tx) =>
    first.hub.app.get(Outbox).add(tx, {
      ...{ name: bellRung.name, subject: 'care-model:network/mcp', actor: null, at: new Date(), facts: {} },
    }),
  );
const waiting = () => first.sql<{ handler: string }>('SELECT handler FROM core.delivery WHERE done_at IS NULL');
const until = async (isSo: () => boolean | Promise<boolean>) => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 50));
};

it('the work of an instance that stands still holds up no other, and another takes it over (R5)', async () => {
  await ring();
  const stopped = first.drain();
  await until(() => patience.length > 0);

  await second.drain();
  expect(handled).toEqual(['Fine']);
  await until(async () => {
    await second.drain();
    return handled.includes('StopsOnce');
  });
  goesOn();
  await stopped;

  expect(patience).toEqual(['1min']);
  expect(handled.filter((name) => name === 'StopsOnce')).toHaveLength(1);
  expect((await waiting()).map(({ handler }) => handler)).toEqual(['Never']);
}, 30_000);

it('what nobody can handle is set aside after eight tries, and holds up nothing (R5)', async () => {
  handled.length = 0;
  await ring();
  for (let tries = 0; tries < 9; tries += 1) {
    await first.sql(
      `UPDATE core.delivery SET next_at = now() - interval '1 second' WHERE handler = 'Never' AND parked_at IS NULL`,
    );
    await first.drain();
  }
  const parked = await first.sql<{ attempts: number; problem: string }>(
    `SELECT attempts, split_part(problem, E'\\n', 1) AS problem FROM core.delivery WHERE parked_at IS NOT NULL`,
  );

  expect(handled.sort()).toEqual(['Fine', 'StopsOnce']);
  expect(parked).toEqual(Array(2).fill({ attempts: 8, problem: 'Error: Nobody can handle this.' }));
});
