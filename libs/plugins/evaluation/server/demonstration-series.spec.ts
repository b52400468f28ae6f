import { meanOf } from './demonstration-series';

describe('a series of the demonstration as one figure', () => {
  it('is the mean of its months, with the unit of the measure', () => {
    expect(meanOf('northvale-cough-referrals', 'Last three months', '2017-07', '2017-09')).toEqual({
      label: 'Last three months',
      value: 12.3,
      unit: 'letters a month',
    });
  });

  it('leaves out a month without a value', () => {
    expect(meanOf('eastmere-emergency-admissions', 'Summer', '2016-07', '2016-09').value).toBe(57.7);
  });

  it('refuses months that nothing was counted in', () => {
    expect(() => meanOf('northvale-cough-referrals', 'Long ago', '2001-01', '2001-12')).toThrow('has no values');
  });
});
