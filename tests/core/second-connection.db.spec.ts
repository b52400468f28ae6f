/** Work that holds a connection: it waits for no second one, and as seldom as can be for PostgreSQL. */
import { Database, together, writeAhead } from '@hub/core/server';
import { createTestHub, statementsOf, type TestHub } from '@hub/testing';
import type { EntityManager } from 'typeorm';
import { notesPlugin } from '../fixtures/notes.plugin';

let hub: TestHub;
let database: Database;

beforeAll(async () => {
  hub = await createTestHub({ plugins: [notesPlugin], demonstration: false });
  database = hub.hub.app.get(Database);
});
afterAll(() => hub?.close());

const one = { text: 'SELECT 1 AS one', values: [] };

it('is refused a second one at once, in every test that comes by it, instead of waiting when many do (R3)', async () => {
  const sentence = 'Hand the transaction on instead of taking a second connection.';

  await expect(database.transaction(() => database.read(one))).rejects.toThrow(sentence);
  await expect(database.transaction(() => database.transaction(async () => 1))).rejects.toThrow(sentence);
});

it('needs none where the transaction is handed on, and may take one afterwards', async () => {
  expect(await database.transaction((tx) => tx.query(one.text))).toEqual([{ one: 1 }]);
  expect(await database.read(one)).toEqual([{ one: 1 }]);
});

describe('what is written ahead of the next statement', () => {
  const name = 'INSERT INTO core.spent_points (caller, span, points) VALUES ($1, 1, 1)';
  const named = `SELECT array_agg(caller ORDER BY caller) AS callers FROM core.spent_points WHERE span = 1 AND caller LIKE $1`;
  const kept = async (like: string) =>
    (await database.read<{ callers: string[] | null }>({ text: named, values: [like] }))[0]?.callers ?? [];

  it('is there for that statement, and for others with the commit', async () => {
    const seen = await database.transaction(async (tx) => {
      await writeAhead(tx, name, ['ahead 1']);
      await writeAhead(tx, name, ['ahead 2']);
      const [row] = await tx.query<{ callers: string[] }[]>(named, ['ahead %']);
      await writeAhead(tx, name, ['ahead 3']);
      return row?.callers;
    });

    expect(seen).toEqual(['ahead 1', 'ahead 2']);
    expect(await kept('ahead %')).toEqual(['ahead 1', 'ahead 2', 'ahead 3']);
  });

  it('is undone with the rest: by work that fails before anything was sent, or afterwards, or for a part of it', async () => {
    const failing = async (isSent: boolean) =>
      database.transaction(async (tx) => {
        await writeAhead(tx, name, ['undone']);
        if (isSent) await tx.query('SELECT 1');
        throw new Error('No more');
      });
    await expect(failing(false)).rejects.toThrow('No more');
    await expect(failing(true)).rejects.toThrow('No more');
    await database.transaction(async (tx) => {
      const inner = tx.transaction(async (part) => {
        await writeAhead(part, name, ['undone in part']);
        throw new Error('Not this');
      });
      await expect(inner).rejects.toThrow('Not this');
      await writeAhead(tx, name, ['undone not']);
    });

    expect(await kept('undone%')).toEqual(['undone not']);
  });

  it('fails the statement that it goes with, the commit too, and the connection goes on with what it was told', async () => {
    const twice = async (text: string | null) =>
      database.transaction(async (tx) => {
        await writeAhead(tx, name, ['twice']);
        await writeAhead(tx, name, ['twice']);
        if (text) await tx.query(text, ['twice']);
      });
    for (const text of [null, named, named, null]) await expect(twice(text)).rejects.toThrow('duplicate key');
    expect(await kept('twice')).toEqual([]);

    for (const caller of ['on 1', 'on 2', 'on 3', 'on 4'])
      await database.transaction((tx) => writeAhead(tx, name, [caller]));
    expect(await kept('on %')).toHaveLength(4);
  });

  it('is planned once where it comes again, and never where it is as wide as its table', async () => {
    const plans = async (text: string) =>
      database.transaction(async (tx) => {
        for (let time = 0; time < 4; time += 1) await tx.query(text, ['nobody']);
        return tx.query<unknown[]>('SELECT 1 FROM pg_prepared_statements WHERE statement = $1', [text]);
      });

    expect(await plans('SELECT caller FROM core.spent_points WHERE caller = $1')).toHaveLength(1);
    expect(await plans('SELECT * FROM core.spent_points WHERE caller = $1')).toHaveLength(0);
  });
});

describe('what is asked at the same time', () => {
  const plus = (tx: EntityManager, sum: string) =>
    tx.query<{ sum: number }[]>(`SELECT $1::int + ${sum} AS sum`, [1]).then(([row]) => row?.sum);

  it('goes together, in its order, and each hears its own answer', async () => {
    let sums: readonly unknown[] = [];
    const sent = await statementsOf(() =>
      database.transaction(async (tx) => {
        sums = await together([plus(tx, '1'), plus(tx, '2'), 'known', plus(tx, '3')]);
      }),
    );

    expect(sums).toEqual([2, 3, 'known', 4]);
    expect(sent.map(({ exchange }) => exchange)).toEqual([1, 1, 1, 1, 2]);
  });

  it('fails with the first of them that does, and those before it are answered', async () => {
    const heard: unknown[] = [];
    const hear = (one: Promise<unknown>) => one.then((sum) => heard.push(sum));

    const failing = database.transaction((tx) =>
      together([hear(plus(tx, '1')), plus(tx, '1 / 0'), plus(tx, `'no number'::int`), hear(plus(tx, '2'))]),
    );

    await expect(failing).rejects.toThrow('division by zero');
    expect(heard).toEqual([2]);
  });

  it('does nothing more once its transaction has ended', async () => {
    const name = `INSERT INTO core.spent_points (caller, span, points) VALUES ($1, 2, 1)`;
    let late: Promise<unknown> = Promise.resolve();
    const ended = database.transaction(async (tx) => {
      const first = tx.query('SELECT $1::int', [1]);
      late = first.then(() => writeAhead(tx, name, ['late'])).then(() => tx.query(name, ['later']));
      late.catch(() => undefined);
      throw new Error('No more');
    });

    await expect(ended).rejects.toThrow('No more');
    await expect(late).rejects.toThrow();
    await database.transaction((tx) => tx.query('SELECT $1::int', [1]));
    expect(await database.read({ text: 'SELECT caller FROM core.spent_points WHERE span = 2', values: [] })).toEqual(
      [],
    );
  });
});
