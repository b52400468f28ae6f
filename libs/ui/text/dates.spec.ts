import { formatDate, formatDateTime, formatMonth, formatTime, timeAgo } from './dates';

describe('Dates and times in words', () => {
  it('says dates as 5 March 2016 and times as 5:30pm, in UK time', () => {
    expect(formatDate('2016-03-05T17:30:00.000Z')).toBe('5 March 2016');
    expect(formatTime('2016-03-05T17:30:00.000Z')).toBe('5:30pm');
    expect(formatDateTime('2016-07-05T23:30:00.000Z')).toBe('6 July 2016, 12:30am');
  });

  it('says months as April 2016', () => {
    expect(formatMonth('2016-04')).toBe('April 2016');
    expect(formatMonth('long ago')).toBe('long ago');
  });

  it('says how long ago only under a day', () => {
    const now = new Date('2016-03-05T17:30:00.000Z');

    expect(timeAgo('2016-03-05T16:50:00.000Z', now)).toBe('40 minutes ago');
    expect(timeAgo('2016-03-05T16:29:00.000Z', now)).toBe('1 hour ago');
    expect(timeAgo('2016-03-05T17:29:50.000Z', now)).toBe('Just now');
    expect(timeAgo('2016-03-04T17:29:00.000Z', now)).toBe('4 March 2016');
  });
});
