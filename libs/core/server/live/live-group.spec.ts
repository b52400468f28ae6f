import { jest } from '@jest/globals';
import type { Viewer } from '@hub/core/contract';
import { ViewerTrace } from '../read/viewer-trace';
import { LastHeard } from './last-heard';
import { LiveGroup, type LiveSource } from './live-group';
import type { LiveListener } from './listener';
import { Mailbox } from './mailbox';

const thread = 'thread:network/one';
const viewer = (name: string): Viewer => ({
  ref: `member:network/${name}`,
  keys: ['public', 'network'],
  sessionId: name,
});

/** A group of listeners, told of what is read at that moment: `words`, which those with the key `network` see. */
function groupOf(names: readonly string[]) {
  const [heard, mailbox] = [new LastHeard(), new Mailbox(() => undefined)];
  const told: string[] = [];
  const state = {
    words: 'first',
    reads: 0,
    duringRead: () => undefined as void,
    before: new Map<string, Promise<void>>(),
  };
  const source: LiveSource = {
    ...{ topics: ['it'], on: null, look: () => Promise.resolve(() => null) },
    async answer(_payload, to) {
      state.reads += 1;
      const trace = new ViewerTrace(to);
      trace.addNeeded({ ref: thread, needs: ['network'] });
      const bytes = Buffer.from(state.words);
      await new Promise((resolve) => setImmediate(resolve));
      state.duringRead();
      return { bytes, trace };
    },
  };
  const group = new LiveGroup({ heard, listen: () => mailbox } as never, source, () => undefined);
  for (const name of names) {
    const listener = {
      viewer: () => state.before.get(name)?.then(() => viewer(name)) ?? viewer(name),
      send: (answer: Buffer) => void told.push(`${name}: ${String(answer)}`),
      whenKeysChange: () => () => undefined,
    } as unknown as LiveListener;
    void group.join(listener).next();
  }
  const tell = async () => {
    mailbox.put({ thread });
    for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return { heard, told, state, tell };
}

it('what was read before something happened to the thing is given to nobody who comes after that (Z6)', async () => {
  const { heard, told, state, tell } = groupOf(['ann', 'ben', 'cat', 'dan']);
  let go = () => undefined as void;
  state.before.set('cat', new Promise((resolve) => (go = resolve)));
  const telling = tell();
  while (told.length < 2) await new Promise((resolve) => setImmediate(resolve));
  state.words = 'hidden';
  heard.note(thread);
  go();
  await telling;

  expect(told).toEqual(['ann: first', 'ben: first', 'cat: hidden', 'dan: hidden']);
  expect(state.reads).toBe(2);
});

it('what happens while it is read counts: the answer is for whom it was read, and for nobody else', async () => {
  const { heard, told, state, tell } = groupOf(['ann', 'ben', 'cat']);
  state.duringRead = () => {
    state.duringRead = () => undefined;
    state.words = 'hidden';
    heard.note(thread);
  };
  await tell();

  expect(told).toEqual(['ann: first', 'ben: hidden', 'cat: hidden']);
});

it('what happens to other things leaves the answer as it is, and of everything one is read anew while nothing can be heard', async () => {
  const { heard, told, state, tell } = groupOf(['ann', 'ben', 'cat']);
  state.duringRead = () => heard.note('thread:network/other');
  await tell();
  expect([told.length, state.reads]).toEqual([3, 1]);

  heard.isDeaf = true;
  await tell();
  heard.isDeaf = false;
  await tell();
  expect([told.length, state.reads]).toEqual([9, 5]);
});

it('what changes without being told of reaches nobody as it was for longer than a second', async () => {
  const { told, state, tell } = groupOf(['ann', 'ben', 'cat', 'dan']);
  let go = () => undefined as void;
  state.before.set('cat', new Promise((resolve) => (go = resolve)));
  const telling = tell();
  while (told.length < 2) await new Promise((resolve) => setImmediate(resolve));
  state.words = 'followed by more';
  const later = performance.now() + 1001;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => later);
  go();
  await telling;
  clock.mockRestore();

  expect(told).toEqual(['ann: first', 'ben: first', 'cat: followed by more', 'dan: followed by more']);
  expect(state.reads).toBe(2);
});

it('of thousands of things the oldest is forgotten, and counts as changed', () => {
  const heard = new LastHeard();
  const since = heard.now;
  for (let n = 0; n < 10_000; n += 1) heard.note(`thread:network/${n}`);
  expect(heard.isQuiet([thread], since)).toBe(true);
  heard.note('thread:network/last');

  expect(heard.isQuiet([thread], since)).toBe(false);
  expect(heard.isQuiet([thread], heard.now)).toBe(true);
});
