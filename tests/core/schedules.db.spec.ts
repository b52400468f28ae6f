/** Scheduled work on a real database: done when its time has come, once for each time, whoever is up at the time. */
import { Injectable } from '@nestjs/common';
import { definePlugin, type DueWork, type ScheduledWork } from '@hub/core/server';
import { createTestHub, type TestHub } from '@hub/testing';

const told: string[] = [];
let failures = 0;

@Injectable()
class TellTheTime implements ScheduledWork {
  async run({ dueAt, at, tx }: DueWork): Promise<void> {
    await tx.query(`INSERT INTO core.remembered_request (key, input_hash, at) VALUES ($1, 'told', $2)`, [
      `told at ${dueAt.toISOString()}`,
      at,
    ]);
    if (failures > 0) {
      failures -= 1;
      throw new Error('The bell is stuck.');
    }
    told.push(dueAt.toISOString());
  }
}

const bell = definePlugin({
  id: 'bell',
  schedules: [{ name: 'bell.morning', when: { at: '08:00' }, work: TellTheTime }],
});

let hub: TestHub;
const at = (time: string) => hub.runSchedules(new Date(time));

beforeAll(async () => {
  hub = await createTestHub({ plugins: [bell], demonstration: false });
});
afterAll(() => hub.close());
beforeEach(async () => {
  await hub.sql('DELETE FROM core.schedule');
  await hub.sql('DELETE FROM core.remembered_request');
  told.length = 0;
  failures = 0;
  await at('2018-03-23T12:00:00Z');
});

it('does nothing before its time, and nothing for times before there was such work', async () => {
  await at('2018-03-24T07:59:59Z');

  expect(told).toEqual([]);
});

it('is done when its time has come, by the London clock, once (R17)', async () => {
  await at('2018-03-24T08:00:00Z');
  await at('2018-03-24T08:00:01Z');
  await at('2018-03-25T07:00:00Z');

  expect(told).toEqual(['2018-03-24T08:00:00.000Z', '2018-03-25T07:00:00.000Z']);
});

it('is done once when the clock of the machine is put back, and again at its next time (R17)', async () => {
  await at('2018-10-28T08:00:00Z');
  told.length = 0;
  for (const time of ['2018-10-28T07:00:00Z', '2018-10-28T08:00:00Z', '2018-10-01T00:00:00Z']) await at(time);
  expect(told).toEqual([]);

  await at('2018-10-29T08:00:00Z');
  expect(told).toEqual(['2018-10-29T08:00:00.000Z']);
});

it('is done once however many look at the same moment', async () => {
  await Promise.all(Array.from({ length: 6 }, () => at('2018-03-24T08:00:00Z')));

  expect(told).toEqual(['2018-03-24T08:00:00.000Z']);
});

it('is done afterwards, for each time that passed while the hub was down, in order', async () => {
  await at('2018-03-26T10:00:00Z');

  expect(told).toEqual(['2018-03-24T08:00:00.000Z', '2018-03-25T07:00:00.000Z', '2018-03-26T07:00:00.000Z']);
});

it('is left out for other days where its schedule says so, and done on its own day however late', async () => {
  const ofItsDay = definePlugin({
    id: 'bell',
    schedules: [{ name: 'bell.noon', when: { at: '12:00' }, work: TellTheTime, onItsDayAlone: true }],
  });
  const other = await createTestHub({ plugins: [ofItsDay], demonstration: false });
  await other.runSchedules(new Date('2018-03-23T10:00:00Z'));
  await other.runSchedules(new Date('2018-03-26T22:30:00Z'));
  await other.close();

  expect(told).toEqual(['2018-03-26T11:00:00.000Z']);
});

it('leaves nothing behind when it fails, and is tried again later', async () => {
  failures = 1;
  await at('2018-03-24T08:00:00Z');
  expect(told).toEqual([]);
  expect(await hub.sql('SELECT key FROM core.remembered_request')).toEqual([]);
  expect(await hub.sql('SELECT attempts, problem FROM core.schedule')).toEqual([
    { attempts: 1, problem: expect.stringContaining('The bell is stuck.') },
  ]);

  await at('2018-03-24T08:00:30Z');

  expect(told).toEqual(['2018-03-24T08:00:00.000Z']);
  expect(await hub.sql('SELECT attempts, problem FROM core.schedule')).toEqual([{ attempts: 0, problem: null }]);
});

it('begins anew with its next time when a release changes its calendar', async () => {
  await hub.sql(
    `UPDATE core.schedule SET calendar = '{"at":"05:00"}', due_at = '2018-03-24T05:00:00Z', next_try_at = '2018-03-24T05:00:00Z'`,
  );

  await at('2018-03-24T07:00:00Z');
  expect(told).toEqual([]);
  await at('2018-03-24T08:00:00Z');

  expect(told).toEqual(['2018-03-24T08:00:00.000Z']);
});
