import { comparedTexts, joinedWritings } from './stale';
import { writingOf } from './writing';

const base = {
  ...writingOf({
    ...{ title: 'Falls', question: 'Fewer?', methods: ['SURVEY'], methodNote: 'Asked them', periodFrom: '2016-04' },
    ...{ periodTo: '2016-09', findings: 'Fewer', verdict: null, sureness: null, limitations: null, funding: null },
    figures: [{ label: 'Falls', value: 3, unit: 'a week' }],
  }),
  correction: '',
};

describe('Two people who write one evaluation at once', () => {
  it('compare choices, months and figures in words', () => {
    const mine = { ...base, verdict: 'DID_NOT_WORK' as const };

    expect(comparedTexts.map(({ words }) => words(mine)).filter(Boolean)).toEqual([
      ...['Falls', 'Fewer?', 'Questionnaires', 'Asked them', '4 2016', '9 2016', 'Fewer'],
      ...['It did not work', 'Falls: 3 a week'],
    ]);
  });

  it('lose nothing of either text when they combine them', () => {
    const mine = { ...base, findings: 'Far fewer', verdict: 'WORKED' as const };
    const figure = { label: 'Beds', value: '30', unit: '' };
    const theirs = { ...base, findings: 'No fewer', funding: 'Them', figures: [...base.figures, figure] };

    expect(joinedWritings(theirs, mine)).toEqual({
      ...{ ...mine, findings: 'No fewer\n\nFar fewer', funding: 'Them', figures: theirs.figures },
    });
  });
});
