/** An API behind nginx that is killed while people read and write. */
import { withClient, type TestClient } from '@hub/testing';
import { createDraft, draftCalled } from '../fixtures/draft';
import { startBehindNginx, type BehindNginx } from './support/behind-nginx';
import { nginx } from './support/nginx';

const suite = nginx.file ? describe : describe.skip;

suite(`an API behind nginx is killed${nginx.why}`, () => {
  let hub: BehindNginx;
  let anjali: TestClient;

  beforeAll(async () => {
    hub = await startBehindNginx();
    anjali = await hub.signedIn('anjali-thornapple');
  }, 300_000);
  afterAll(async () => {
    await hub?.stop();
  });

  const question = { query: 'query { viewer { displayName } }' };
  const changeCalled = (title: string) => ({
    query: createDraft,
    variables: { input: { ...draftCalled(title), clientMutationId: title } },
  });
  const handled = () => hub.web.handled('/graphql', 0);

  it('and no request of a page fails, and each change is done once: what may be sent again goes to the other (R4, R8)', async () => {
    const failed: unknown[] = [];
    const answered: string[] = [];
    let isOver = false;
    const load = [0, 1, 2, 3, 4, 5].map(async (who) => {
      for (let n = 0; !isOver; n += 1) {
        const title = `Written by ${who}, ${n}`;
        const isChange = who % 2 === 1;
        const body = isChange ? changeCalled(title) : question;
        const answer = await anjali.post('/graphql', body, { 'hub-repeatable': '1' });
        const text = await answer.text();
        if (answer.status !== 200 || text.includes('"errors"')) failed.push([answer.status, text]);
        else if (isChange) answered.push(title);
      }
    });
    await hub.web.handled('/graphql', 60);
    const [killed] = hub.apis;
    killed?.process.child.kill('SIGKILL');
    await hub.web.handled('/graphql', (await handled()).length + 60);
    isOver = true;
    await Promise.all(load);
    const stored = await withClient(hub.databaseUrl, (client) =>
      client.query<{ title: string }>(`SELECT title FROM core.entity WHERE title LIKE 'Written by %'`),
    );

    expect(failed).toEqual([]);
    expect(stored.rows.map(({ title }) => title).sort()).toEqual(answered.sort());
    const sentAgain = (await handled()).filter(({ upstreams }) => upstreams[0] === killed?.host && upstreams[1]);
    expect(sentAgain.length).toBeGreaterThan(0);
  }, 120_000);
});
