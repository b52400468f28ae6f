import { figuresOf, filledFigureRows, numberIn, figureRowProblems, figureRowsOf } from './figure-rows';

describe('Figures as rows', () => {
  it('read numbers as people write them', () => {
    expect(['412', '1,200', '12.5', '-3', '40%', ' 7 ', '.5'].map(numberIn)).toEqual([412, 1200, 12.5, -3, 40, 7, 0.5]);
  });

  it('take nothing else for a number', () => {
    expect(['', 'many', '3x1', '1,20', '12.5.1', '1e999', 'Infinity', '-', '%'].map(numberIn)).toEqual(
      Array(9).fill(null),
    );
  });

  it('leave empty rows out, wherever they are', () => {
    const rows = [
      { label: '', value: ' ', unit: '' },
      { label: ' Letters read ', value: '412', unit: 'letters' },
    ];

    expect(figureRowProblems(rows)).toEqual([]);
    expect(figuresOf(filledFigureRows(rows))).toEqual([{ label: 'Letters read', value: 412, unit: 'letters' }]);
  });

  it('name the row and what is wrong with it, by its place on the page', () => {
    const rows = [
      { label: '', value: '', unit: '' },
      { label: 'Cough', value: 'some', unit: '' },
      { label: '', value: '3', unit: '' },
      { label: 'Days', value: '', unit: '' },
    ];

    expect(figureRowProblems(rows)).toEqual([
      { path: 'figures.1.value', message: 'Enter “Cough” as a number, such as 412 or 12.5' },
      { path: 'figures.2.label', message: 'Say what figure 3 counts' },
      { path: 'figures.3.value', message: 'Enter a number for “Days”' },
    ]);
  });

  it('turn a per cent sign into the unit', () => {
    expect(figuresOf([{ label: 'Seen in 6 weeks', value: '40%', unit: '' }])).toEqual([
      { label: 'Seen in 6 weeks', value: 40, unit: '%' },
    ]);
  });

  it('come back as they were recorded', () => {
    const figures = [{ label: 'Cough', value: 148, unit: null }];

    expect(figuresOf(figureRowsOf(figures))).toEqual(figures);
  });
});
