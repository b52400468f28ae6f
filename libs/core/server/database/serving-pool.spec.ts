import { EventEmitter } from 'node:events';
import { ServingPool } from './serving-pool';

/** Connections of which only so many come to be: the others are on their way. */
function poolWhereComeToBe(howMany: number, failure?: Error) {
  let begun = 0;
  class Client extends EventEmitter {
    readonly _queryable = true;
    connect(told: (error?: Error) => void) {
      begun += 1;
      if (begun <= howMany) setImmediate(told);
      else if (failure) setImmediate(told, failure);
    }
    end(told?: () => void) {
      told?.();
    }
  }
  return new ServingPool({ Client: Client as never, max: 3, idleTimeoutMillis: 0 });
}

it('gives who waits for a connection that is being made the one that is given back meanwhile', async () => {
  const pool = poolWhereComeToBe(1);
  const first = await pool.connect();
  const waiting = [pool.connect(), pool.connect()];
  first.release();
  const second = await waiting[0];
  second?.release();

  expect([second, await waiting[1]]).toEqual([first, first]);
});

it('says that none can be made, where none is', async () => {
  const failure = new Error('refused');

  await expect(poolWhereComeToBe(0, failure).connect()).rejects.toBe(failure);
});

it('keeps what was made for somebody who was served already, and gives it to the next', async () => {
  const pool = poolWhereComeToBe(2);
  const first = await pool.connect();
  const waiting = pool.connect();
  first.release();
  await waiting;
  await new Promise((resolve) => setTimeout(resolve, 10));

  expect([pool.totalCount, pool.idleCount]).toEqual([2, 1]);
  expect(await pool.connect()).not.toBe(first);
});
