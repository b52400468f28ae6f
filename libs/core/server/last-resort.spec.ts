import { EventEmitter } from 'node:events';
import { watchLastResort } from './last-resort';
import type { LogFacts } from './log';
import { currentWork, workFor } from './operating/current-work';

interface Line {
  readonly what: string;
  readonly error: unknown;
  readonly facts: LogFacts | undefined;
  readonly request: string | undefined;
}

function watched() {
  const lines: Line[] = [];
  const exits: number[] = [];
  const running = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
  const count = watchLastResort(running, {
    error: (what, error, facts) => void lines.push({ what, error, facts, request: currentWork()?.id }),
  });
  return { lines, exits, running, count };
}

it('what failed while nobody waited is logged under an id and counted, and the process goes on (R13)', () => {
  const { lines, exits, running, count } = watched();
  const lost = new Error('lost');
  const work = { id: 'the-request', operation: null, codes: new Set<string>() };

  running.emit('unhandledRejection', 'a word');
  workFor(work, () => running.emit('unhandledRejection', lost));

  expect(count()).toBe(2);
  expect(lines[0]?.request).toMatch(/^[0-9a-f-]{36}$/);
  expect(lines[1]).toMatchObject({ error: lost, facts: { sinceTheStart: 2 }, request: 'the-request' });
  expect(exits).toEqual([]);
});

it('what nobody caught is logged, and ends the process for somebody to start it again (R13)', () => {
  const { lines, exits, running } = watched();

  running.emit('uncaughtException', new Error('broken'));

  expect(lines).toHaveLength(1);
  expect(lines[0]?.error).toEqual(new Error('broken'));
  expect(exits).toEqual([1]);
});
