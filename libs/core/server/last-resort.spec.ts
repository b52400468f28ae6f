import { EventEmitter } from 'node:events';
import { watchLastResort } from './last-resort';

function watched() {
  const lines: string[] = [];
  const exits: number[] = [];
  const running = Object.assign(new EventEmitter(), { exit: (code: number) => void exits.push(code) });
  const count = watchLastResort(running, { error: (text) => void lines.push(text) });
  return { lines, exits, running, count };
}

it('what failed while nobody waited is logged under an id and counted, and the process goes on (R13)', () => {
  const { lines, exits, running, count } = watched();

  running.emit('unhandledRejection', new Error('lost'));
  running.emit('unhandledRejection', 'a word');

  expect(count()).toBe(2);
  expect(lines[0]).toMatch(/^[0-9a-f-]{36} .*\(1 since the start\): Error: lost\n\s+at /);
  expect(lines[1]).toMatch(/\(2 since the start\): a word$/);
  expect(exits).toEqual([]);
});

it('what nobody caught is logged, and ends the process for somebody to start it again (R13)', () => {
  const { lines, exits, running } = watched();

  running.emit('uncaughtException', new Error('broken'));

  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain('Error: broken');
  expect(exits).toEqual([1]);
});
