import { clashTexts, merge, settled } from './stale';
import type { EvaluationContent } from './writing';

const base: EvaluationContent = {
  ...{ title: 'Falls', question: 'Fewer?', methods: ['SURVEY'], methodNote: 'Asked them', periodFrom: '2016-04' },
  ...{ periodTo: '2016-09', findings: 'Fewer', verdict: null, sureness: null, limitations: null, figures: [] },
  funding: null,
};

describe('Two people who write one evaluation at once', () => {
  it('both keep what they changed where they changed different things', () => {
    const mine = { ...base, findings: 'Far fewer' };
    const now = { ...base, limitations: 'Few homes', verdict: 'WORKED' as const };

    expect(merge(base, mine, now)).toEqual({
      content: { ...base, findings: 'Far fewer', limitations: 'Few homes', verdict: 'WORKED' },
      clashes: [],
    });
  });

  it('are asked only about what both changed, each differently', () => {
    const mine = { ...base, findings: 'Far fewer', verdict: 'WORKED' as const, funding: 'Us' };
    const now = { ...base, findings: 'No fewer', verdict: 'WORKED' as const };
    const { content, clashes } = merge(base, mine, now);

    expect(clashes).toEqual(['findings']);
    expect(content.funding).toBe('Us');
    expect(clashTexts(clashes, mine, now)).toEqual([
      { name: 'findings', heading: 'What was found', mine: 'Far fewer', theirs: 'No fewer' },
    ]);
  });

  it('compare choices and figures in words', () => {
    const mine = { ...base, verdict: 'DID_NOT_WORK' as const, figures: [{ label: 'Falls', value: 3, unit: 'a week' }] };
    const now = { ...base, verdict: 'TOO_EARLY' as const, figures: [{ label: 'Falls', value: 4, unit: null }] };

    expect(clashTexts(['verdict', 'figures'], mine, now)).toEqual([
      { name: 'verdict', heading: 'What it says', mine: 'It did not work', theirs: 'Too early to say' },
      { name: 'figures', heading: 'Figures', mine: 'Falls: 3 a week', theirs: 'Falls: 4' },
    ]);
  });

  it('lose nothing of either text when they combine them', () => {
    const mine = { ...base, findings: 'Far fewer', verdict: 'WORKED' as const };
    const now = { ...base, findings: 'No fewer', verdict: 'MIXED' as const, funding: 'Them' };
    const merged = merge(base, mine, now);

    expect(settled(merged, 'combined', { findings: 'No fewer\n\nFar fewer' }, now)).toEqual({
      ...{ ...base, findings: 'No fewer\n\nFar fewer', verdict: 'WORKED', funding: 'Them' },
    });
    expect(settled(merged, 'theirs', {}, now)).toEqual(now);
    expect(settled(merged, 'mine', {}, now)).toEqual({ ...mine, funding: 'Them' });
  });

  it('do not clash over figures that are the same', () => {
    const figure = { label: 'Falls', value: 3, unit: null };
    const mine = { ...base, figures: [figure] };
    const now = { ...base, figures: [{ ...figure, __typename: 'Figure' }] };

    expect(merge(base, mine, now).clashes).toEqual([]);
  });
});
