import { missingFrom, type EvaluationWords } from './publication';

const complete: EvaluationWords = {
  ...{ title: 'Falls', question: 'Fewer?', methods: ['SURVEY'], methodNote: 'Asked them', periodFrom: '2016-04' },
  ...{ periodTo: '2016-09', findings: 'Fewer', verdict: 'DID_NOT_WORK', sureness: 'LIMITED', limitations: 'Few' },
  funding: 'Ourselves',
};

describe('what an evaluation must say before others read it', () => {
  it('is nothing more when all is said, whichever way it went', () => {
    expect(missingFrom(complete)).toEqual([]);
  });

  it('is everything that readers need to judge it, in the order of the form', () => {
    const empty = {
      ...{ title: 'Falls', question: ' ', methods: [], methodNote: null, periodFrom: null, periodTo: null },
      ...{ findings: '', verdict: null, sureness: null, limitations: null, funding: null },
    };

    expect(missingFrom(empty).map(({ field }) => field)).toEqual([
      ...['question', 'methods', 'methodNote', 'periodFrom', 'periodTo', 'findings', 'verdict', 'sureness'],
      ...['limitations', 'funding'],
    ]);
  });
});
