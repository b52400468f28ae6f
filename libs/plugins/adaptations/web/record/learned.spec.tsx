import { lastLearned, newestFirst, stepWords } from './learned';

const history = [
  { stage: 'ASSESSING' as const, at: '2016-05-01T09:00:00.000Z', learned: 'Demand is for cough' },
  {
    stage: 'STOPPED' as const,
    at: '2016-09-01T09:00:00.000Z',
    learned: 'No night cover',
    by: { displayName: 'Gwen Stillwater' },
  },
  { stage: 'STOPPED' as const, at: '2017-09-01T09:00:00.000Z', learned: null },
];

describe('What was learned', () => {
  it('is told newest first', () => {
    expect(newestFirst(history).map(({ at }) => at.slice(0, 4))).toEqual(['2017', '2016', '2016']);
  });

  it('names who wrote it down', () => {
    expect(stepWords(history[1]!)).toBe('Stopped, recorded by Gwen Stillwater');
    expect(stepWords(history[0]!)).toBe('Being assessed');
  });

  it('gives the last words on an ending, even if it was recorded twice', () => {
    expect(lastLearned(history, 'STOPPED')).toBe('No night cover');
    expect(lastLearned(history, 'DECLINED')).toBeNull();
  });
});
