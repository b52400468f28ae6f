import { isTooLongForOnePage, nextDifference } from './long-comparison';

const section = (key: string, length = 10, change = 'CHANGED') => ({
  key,
  change,
  source: 'x'.repeat(length),
  local: '',
});

describe('A comparison of long texts', () => {
  it('is one page while it is short, and for a single section however long', () => {
    expect(isTooLongForOnePage([section('why'), section('how')])).toBe(false);
    expect(isTooLongForOnePage([section('why', 70_000)])).toBe(false);
    expect(isTooLongForOnePage([section('why', 40_000), section('how', 40_000)])).toBe(true);
  });

  it('goes from difference to difference, past what is the same', () => {
    const sections = [section('why'), section('how', 10, 'SAME'), section('where')];

    expect(nextDifference(sections, 'why')).toBe('where');
    expect(nextDifference(sections, 'where')).toBeNull();
  });
});
