import { whatBecame } from './origin-words';

const history = [{ at: '2016-07-01T09:00:00.000Z' }, { at: '2017-03-02T09:00:00.000Z' }];

describe('What became of a published result', () => {
  it('is told by the last move of its adaptation, whatever it was published as', () => {
    expect(whatBecame({ stage: 'STOPPED', history })).toEqual({ words: 'stopped it on', at: history[1]?.at });
    expect(whatBecame({ stage: 'RUNNING', history })?.words).toBe('has run it since');
  });

  it('is left out where no move is known', () => {
    expect(whatBecame({ stage: 'TESTING', history: [] })).toBeNull();
  });
});
