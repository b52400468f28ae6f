import {
  blankProblems,
  changed,
  firstFree,
  nameOfTitle,
  periodProblems,
  type EvaluationText,
} from './evaluation.rules';

const written: EvaluationText = {
  ...{ title: 'Falls', question: 'Fewer?', methods: ['SURVEY'], methodNote: 'Asked them', periodFrom: '2016-04' },
  ...{ periodTo: '2016-09', findings: 'Fewer', verdict: 'WORKED', sureness: 'LIMITED', limitations: 'Few' },
  ...{ figures: [{ label: 'Falls', value: 3, unit: null }], funding: 'Ourselves' },
};

describe('what an evaluation says after a change', () => {
  it('stays as it was where nothing is given', () => {
    expect(changed(written, {})).toEqual(written);
  });

  it('is cleared by null, and by blank text', () => {
    const after = changed(written, { verdict: null, findings: '  ', methods: null, figures: null });

    expect(after).toMatchObject({ verdict: null, findings: null, methods: [], figures: [] });
  });

  it('holds each method once, and text without spaces around', () => {
    expect(changed(written, { methods: ['COSTS', 'COSTS'], funding: ' Us ' })).toMatchObject({
      methods: ['COSTS'],
      funding: 'Us',
    });
  });
});

it('its title and its question are never empty', () => {
  expect(blankProblems({ title: '', question: '' }).map(({ path }) => path)).toEqual(['input.title', 'input.question']);
  expect(blankProblems({ title: 'T', question: 'Q' })).toEqual([]);
});

describe('its period', () => {
  it.each([
    ['2016-04', '2016-04'],
    [null, '2016-04'],
    [null, null],
  ])('may be from %s to %s', (periodFrom, periodTo) => {
    expect(periodProblems({ periodFrom, periodTo })).toEqual([]);
  });

  it.each([
    ['2016-13', null, 'input.periodFrom'],
    ['April 2016', null, 'input.periodFrom'],
    [null, '2016', 'input.periodTo'],
    ['2016-05', '2016-04', 'input.periodTo'],
  ])('may not be from %s to %s', (periodFrom, periodTo, path) => {
    expect(periodProblems({ periodFrom, periodTo }).map((problem) => problem.path)).toEqual([path]);
  });
});

describe('its name in addresses', () => {
  it('is made from its title', () => {
    expect(nameOfTitle('GPs in A&E: no difference')).toBe('gps-in-a-and-e-no-difference');
    expect(nameOfTitle('???')).toBe('evaluation');
  });

  it('is numbered when it is taken, or is a page of its own', () => {
    expect(firstFree('falls', ['falls', 'falls-2'])).toBe('falls-3');
    expect(firstFree('new', [])).toBe('new-2');
  });
});
