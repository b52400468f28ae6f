import type { Credit } from '@hub/plugins/interventions/contract';
import { withCredits } from './credits.rules';

const credit = (from: string, key: string, number: number): Credit => ({
  ...{ site: 'site:network/northvale', from: `adaptation:northvale/${from}`, part: 'SECTION', key, number },
  heading: 'Who does it',
});

describe('The credits of a draft', () => {
  it('stay, and new ones come with the number of the next version', () => {
    const before = [credit('a', 'how', 2)];

    expect(withCredits(before, [credit('a', 'where', 0), credit('b', 'how', 0)], 3)).toEqual([
      credit('a', 'how', 2),
      credit('a', 'where', 3),
      credit('b', 'how', 3),
    ]);
  });

  it('are one for each part and record: taken in again, it is the next version’s', () => {
    expect(withCredits([credit('a', 'how', 2)], [credit('a', 'how', 0)], 4)).toEqual([credit('a', 'how', 4)]);
  });
});
