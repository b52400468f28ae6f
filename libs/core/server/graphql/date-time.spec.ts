import { dateTime } from './date-time';

it.each(['2016-03-05T17:30:00.000Z', '1900-01-01T00:00:00Z', '2199-12-31T23:59:59.999Z', '2024-02-29T00:00:00+14:00'])(
  'takes %s (T3)',
  (text) => {
    expect(dateTime.parseValue(text)).toEqual(new Date(text));
  },
);

it.each([
  'infinity',
  '-infinity',
  'now',
  '',
  '2026-02-30T00:00:00.000Z',
  '2023-02-29T00:00:00.000Z',
  '2016-03-05T25:00:00.000Z',
  '1899-12-31T23:59:59.999Z',
  '2200-01-01T00:00:00.000Z',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00.000Z',
  '2016-03-05',
  '2016-03-05T10:00:00',
  '05/03/2016',
  1457197800000,
  null,
])('refuses %s (T3)', (value) => {
  expect(() => dateTime.parseValue(value)).toThrow(/such as 2016/);
});

it.each([
  '2016-03-05T17:30:00+00:00',
  '2016-03-05T17:30:00.1+00:00',
  '2016-03-05T17:30:00.12+00:00',
  '2016-03-05T17:30:00.123+00:00',
  '2016-03-05T17:30:00.123456+00:00',
  '2016-03-05T18:30:00+01:00',
])('gives %s in UTC with milliseconds', (text) => {
  expect(dateTime.serialize(text)).toBe(new Date(text).toISOString());
});
