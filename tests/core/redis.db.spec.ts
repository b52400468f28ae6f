/** Two instances with a Redis between them: what it carries, and what goes on without it. */
import { Accounts, Database, Live } from '@hub/core/server';
import { createTestHub, findRedis, startRedis, type LiveStream, type RunningRedis, type TestHub } from '@hub/testing';
import { Redis } from 'ioredis';
import { notesPlugin, NotesService } from '../fixtures/notes.plugin';
import { figureIn } from './support/operating';
import { until } from './support/sockets';

const listening = 'subscription { noteWritten { what note { id } } }';
const first = 'note:notes/first';
const hidden = 'note:notes/hidden';
const { file, why } = findRedis();
const token = 'a-token-of-twenty-signs';

(file ? describe : describe.skip)(`with Redis${why}`, () => {
  let redis: RunningRedis;
  let here: TestHub;
  let there: TestHub;
  let stream: LiveStream;

  beforeAll(async () => {
    redis = await startRedis(file ?? '');
    const options = {
      plugins: [notesPlugin],
      demonstration: false,
      env: { HUB_REDIS_URL: redis.url, HUB_METRICS_TOKEN: token },
    };
    here = await createTestHub(options);
    there = await createTestHub({ ...options, database: { url: here.databaseUrl, drop: () => Promise.resolve() } });
    const notes = here.hub.app.get(NotesService);
    await here.hub.app.get(Database).transaction(async (tx) => {
      await notes.furnish(tx, 'one', ['ann', 'bob']);
      await notes.writeAs(tx, 'ann', { desk: 'one', title: 'First', body: 'x' }, new Date());
      await notes.writeAs(tx, 'ann', { desk: 'one', title: 'Hidden', body: 'x', visibility: 'site' }, new Date());
    });
    stream = await (await there.as('ann')).live(listening);
  }, 180_000);
  afterAll(async () => {
    await stream?.stop();
    await there?.close();
    await here?.close();
    await redis?.stop();
  });

  const tell = (what: string, note = first) =>
    here.hub.app.get(Database).transaction((tx) => here.hub.app.get(Live).publish(tx, ['notes'], { note, what }));
  const heard = (of = stream) => of.received.map(({ data }) => data.noteWritten.what as string);

  it('what happens at one instance is said over Redis, and heard at the other', async () => {
    const said: string[] = [];
    const ear = new Redis(redis.url);
    await ear.psubscribe('hub_live:*');
    ear.on('pmessage', (_pattern, _channel, text: string) => said.push(text));
    await tell('over Redis');
    await stream.next();
    await until(() => said.length > 0);
    ear.disconnect();

    expect(heard()).toEqual(['over Redis']);
    expect(said.map((text) => (JSON.parse(text) as { payload: object }).payload)).toEqual([
      { note: first, what: 'over Redis' },
    ]);
  });

  it('what a process said nothing of, because it was killed as it had committed, is heard all the same (R7)', async () => {
    const message = JSON.stringify({ topics: ['notes'], payload: { note: first, what: 'found' } });
    await here.sql('INSERT INTO core.live_message (message) VALUES ($1)', [message]);
    await stream.next();

    expect(heard()).toEqual(['over Redis', 'found']);
  });

  it('whoever has lost a key hears nothing of what is told after that, though Redis is faster than PostgreSQL (R7)', async () => {
    const bob = await (await there.as('bob')).live(listening);
    const accounts = here.hub.app.get(Accounts);
    const desk = ['desk:network/one'];
    for (let time = 0; time < 10; time += 1) {
      await here.hub.app.get(Database).transaction((tx) => accounts.grant(tx, 'member:network/bob', desk));
      await tell(`seen ${time}`, hidden);
      await until(() => heard(bob).includes(`seen ${time}`));
      await here.hub.app.get(Database).transaction((tx) => accounts.revoke(tx, 'member:network/bob', desk));
      await tell(`unseen ${time}`, hidden);
      await tell(`told ${time}`);
      await until(() => heard(bob).includes(`told ${time}`));
    }
    await bob.stop();

    expect(heard(bob).filter((what) => what.startsWith('unseen'))).toEqual([]);
    expect(heard(bob)).toHaveLength(20);
  });

  it.each([
    ['is stopped', () => redis.stop(), () => redis.start()],
    ['answers nobody', () => Promise.resolve(redis.freeze()), () => Promise.resolve(redis.thaw())],
  ])(
    'while Redis %s, all is written, read, heard and ended; and as before when it is back (R7)',
    async (how, go, back) => {
      const [ann, bob] = [await there.as('ann'), await there.as('bob')];
      const bobs = await bob.live(listening);
      const before = heard().length;
      await go();
      for (let n = 0; n < 3; n += 1) await tell(`${how} ${n}`);
      const { writeNote } = await ann.ok(
        'mutation ($input: WriteNoteInput!) { writeNote(input: $input) { note { title } } }',
        { input: { desk: 'desk:network/one', title: `It ${how}`, body: 'x' } },
      );
      expect(writeNote.note.title).toBe(`It ${how}`);
      await until(() => heard().length >= before + 3);
      expect((await bob.post('/auth/sign-out', {})).status).toBe(204);
      expect(await bobs.ended).toMatchObject({ code: 4401 });

      await back();
      for (let n = 3; n < 6; n += 1) await tell(`${how} ${n}`);
      await until(() => heard().length >= before + 6);
      expect(heard().slice(before).sort()).toEqual([0, 1, 2, 3, 4, 5].map((n) => `${how} ${n}`));
    },
    60_000,
  );

  it('the figures for operators say whether Redis is there (R7)', async () => {
    const up = async () => {
      const answer = await fetch(`${there.address}/metrics`, { headers: { authorization: `Bearer ${token}` } });
      return figureIn(await answer.text(), 'hub_redis_up');
    };
    const untilUp = async (value: number) => {
      for (let tries = 0; tries < 100 && (await up()) !== value; tries += 1)
        await new Promise((resolve) => setTimeout(resolve, 50));
      return up();
    };

    expect(await untilUp(1)).toBe(1);
    await redis.stop();
    expect(await untilUp(0)).toBe(0);
    await redis.start();
    expect(await untilUp(1)).toBe(1);
  });

  it('what is told after PostgreSQL has crashed is heard, though messages are counted from one again (R7)', async () => {
    // What a crash does to a table that is not logged.
    const empty = () => here.sql('TRUNCATE core.live_message RESTART IDENTITY');
    for (const what of ['before the crash', 'after the crash']) {
      await empty();
      await tell(what);
      await until(() => heard().at(-1) === what);
    }
  });

  it('nothing is heard twice, whichever way it came (R7)', async () => {
    const looks = "SELECT count(*)::int AS n FROM core.live_message WHERE at < now() - interval '1 day'";
    await here.sql(
      "UPDATE core.live_message SET at = now() - interval '2 days' WHERE id = (SELECT min(id) FROM core.live_message)",
    );
    for (let isLooked = false; !isLooked;) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      isLooked = (await here.sql<{ n: number }>(looks))[0]?.n === 0;
    }
    await tell('last');
    await until(() => heard().at(-1) === 'last');

    expect(heard().length).toBe(new Set(heard()).size);
  });
});
