import { londonDay, nextTime, type Calendar } from './calendar';

const next = (calendar: Calendar, after: string) => nextTime(calendar, new Date(after)).toISOString();

describe('The next time of a calendar', () => {
  it('is at the same hour of a London clock in winter and in summer', () => {
    expect(next({ at: '08:00' }, '2018-01-15T09:00:00Z')).toBe('2018-01-16T08:00:00.000Z');
    expect(next({ at: '08:00' }, '2018-07-15T09:00:00Z')).toBe('2018-07-16T07:00:00.000Z');
  });

  it('is a day of 23 hours away when the clock goes forward, and of 25 when it goes back (R17)', () => {
    expect(next({ at: '08:00' }, '2018-03-24T08:00:00Z')).toBe('2018-03-25T07:00:00.000Z');
    expect(next({ at: '08:00' }, '2018-10-27T07:00:00Z')).toBe('2018-10-28T08:00:00.000Z');
  });

  it('is there once on the night when the clock skips its time (R17)', () => {
    const first = next({ at: '01:30' }, '2018-03-24T12:00:00Z');

    expect(first).toBe('2018-03-25T01:30:00.000Z');
    expect(next({ at: '01:30' }, first)).toBe('2018-03-26T00:30:00.000Z');
  });

  it('is there once on the night when the clock shows its time twice (R17)', () => {
    const first = next({ at: '01:30' }, '2018-10-27T12:00:00Z');

    expect(first).toBe('2018-10-28T00:30:00.000Z');
    expect(next({ at: '01:30' }, first)).toBe('2018-10-29T01:30:00.000Z');
  });

  it('is later the same day until its time has come', () => {
    expect(next({ at: '23:30' }, '2018-07-01T22:29:00Z')).toBe('2018-07-01T22:30:00.000Z');
    expect(next({ at: '00:15' }, '2018-07-01T23:20:00Z')).toBe('2018-07-02T23:15:00.000Z');
  });

  it('is on its days of the week', () => {
    expect(next({ at: '08:00', on: ['Monday'] }, '2018-03-24T12:00:00Z')).toBe('2018-03-26T07:00:00.000Z');
    expect(next({ at: '08:00', on: ['Monday'] }, '2018-03-26T07:00:00Z')).toBe('2018-04-02T07:00:00.000Z');
    expect(next({ at: '08:00', on: ['Tuesday', 'Friday'] }, '2018-03-27T09:00:00Z')).toBe('2018-03-30T07:00:00.000Z');
  });
});

it('The day in London begins at its own midnight', () => {
  expect(londonDay(new Date('2018-07-01T23:30:00Z'))).toBe('2018-07-02');
  expect(londonDay(new Date('2018-01-01T23:30:00Z'))).toBe('2018-01-01');
});
