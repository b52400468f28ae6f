import type { Viewer } from '@hub/core/contract';
import { anonymous } from '@hub/core/contract';
import type { WebSocket } from 'ws';
import { LiveConnection } from './live-connection';
import { Mailbox } from './mailbox';
import { ViewerChecks } from './viewer-checks';

const viewer: Viewer = { ref: 'member:network/ann', keys: ['public', 'network'], sessionId: 'one' };
/** Connections look at their viewers until they close. */
const hangUps: (() => void)[] = [];
afterEach(() => hangUps.splice(0).forEach((hangUp) => hangUp()));

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A connection whose looks at its viewer are answered by the test. */
function connect() {
  const looks: ((now: Viewer) => void)[] = [];
  const closed: number[] = [];
  const mailbox = new Mailbox(() => undefined);
  const socket = {
    once: (_close: string, hangUp: () => void) => hangUps.push(hangUp),
    close: (code: number) => closed.push(code),
  } as unknown as WebSocket;
  const credentials = { currentViewer: () => new Promise<Viewer>((resolve) => looks.push(resolve)) };
  const live = { listen: () => mailbox };
  const connection = new LiveConnection(socket, viewer, credentials as never, {} as never, live as never);
  return { connection, looks, closed, changes: mailbox };
}

it('a connection whose session has ended is closed at once, though it is being looked at again (S7)', async () => {
  const { looks, closed, changes } = connect();
  changes.put({});
  await turn();
  changes.put({});
  await turn();
  looks[0]?.(anonymous);
  await turn();

  expect(looks).toHaveLength(2);
  expect(closed).toEqual([4401]);
});

it('a connection that has become another viewer’s stays when the session it was opened with has ended (S7)', async () => {
  const { connection, looks, closed, changes } = connect();
  changes.put({});
  await turn();
  connection.becomes({ ...viewer, sessionId: null, tokenId: 'two' });
  looks[0]?.(anonymous);
  await turn();

  expect(closed).toEqual([]);
  expect((await connection.viewer()).tokenId).toBe('two');
});

it('those who are looked at within a moment are asked for together, and each is told of themselves', async () => {
  const asked: number[] = [];
  const currentViewers = (viewers: readonly Viewer[]) => {
    asked.push(viewers.length);
    return Promise.resolve(viewers.map(({ sessionId }) => (sessionId === '7' ? anonymous : { ...viewer, sessionId })));
  };
  const checks = new ViewerChecks({ currentViewers });
  const now = await Promise.all(
    Array.from({ length: 20 }, (_, n) => checks.current({ ...viewer, sessionId: String(n) })),
  );

  expect(asked).toEqual([20]);
  expect(now.map(({ sessionId }) => sessionId)).toEqual(
    Array.from({ length: 20 }, (_, n) => (n === 7 ? null : `${n}`)),
  );
});
