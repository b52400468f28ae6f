/** The audit log's filters between the address and the hub. */
import { addressOf, filterOf, valuesIn } from './filter';

describe('the filters of the audit log', () => {
  it('a period is whole days in the UK, the last one included, in winter and in summer', () => {
    expect(filterOf(valuesIn('?from=2026-02-27&to=2026-02-28'))).toMatchObject({
      from: '2026-02-27T00:00:00.000Z',
      to: '2026-03-01T00:00:00.000Z',
    });
    expect(filterOf(valuesIn('?from=2026-07-01&to=2026-07-01'))).toMatchObject({
      from: '2026-06-30T23:00:00.000Z',
      to: '2026-07-01T23:00:00.000Z',
    });
  });

  it('the days on which the clocks change are an hour shorter, and an hour longer', () => {
    expect(filterOf(valuesIn('?from=2026-03-29&to=2026-03-29'))).toMatchObject({
      from: '2026-03-29T00:00:00.000Z',
      to: '2026-03-29T23:00:00.000Z',
    });
    expect(filterOf(valuesIn('?from=2026-10-25&to=2026-10-25'))).toMatchObject({
      from: '2026-10-24T23:00:00.000Z',
      to: '2026-10-26T00:00:00.000Z',
    });
  });

  it('what makes no sense is not asked for', () => {
    expect(filterOf(valuesIn('?from=yesterday&outcome=MAYBE&who=%20'))).toEqual({
      ...{ who: null, what: null, about: null, outcome: null, from: null, to: null },
    });
  });

  it('an address holds what was given, and no cursor', () => {
    const values = valuesIn('?who=greywether&after=abc&what=');
    expect(addressOf('/administration/audit', values)).toBe('/administration/audit?who=greywether');
    expect(addressOf('/administration/audit', valuesIn(''))).toBe('/administration/audit');
  });
});
