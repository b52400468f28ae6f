import { monthOf, monthParts, noMonth } from './month';

describe('A month in two boxes', () => {
  it('is kept with its year first', () => {
    expect(monthOf({ month: '4', year: ' 2016 ' })).toBe('2016-04');
    expect(monthParts('2016-04')).toEqual({ month: '4', year: '2016' });
  });

  it('may be left empty', () => {
    expect(monthOf(noMonth)).toBeNull();
    expect(monthParts(null)).toEqual(noMonth);
  });

  it.each([
    ['13', '2016'],
    ['0', '2016'],
    ['April', '2016'],
    ['4', '16'],
    ['', '2016'],
  ])('is none of the calendar as %s and %s', (month, year) => {
    expect(monthOf({ month, year })).toBeUndefined();
  });
});
