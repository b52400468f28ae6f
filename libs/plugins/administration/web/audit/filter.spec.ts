/** The audit log's filters between the address and the hub. */
import { addressOf, filterOf, valuesIn } from './filter';

describe('the filters of the audit log', () => {
  it('a period is whole days of UTC, the last one included', () => {
    expect(filterOf(valuesIn('?from=2026-02-27&to=2026-02-28'))).toMatchObject({
      from: '2026-02-27T00:00:00.000Z',
      to: '2026-03-01T00:00:00.000Z',
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
