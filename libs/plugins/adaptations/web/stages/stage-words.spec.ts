import { adaptationStages } from '@hub/plugins/adaptations/contract';
import { endingWords } from './ending-words';
import { allowedMove, isShared, stageChoice, stagesAfter } from './stage-words';

describe('Moving to another stage', () => {
  it('offers only where the record can go from here, each in words', () => {
    for (const stage of adaptationStages) {
      expect(stagesAfter(stage)).not.toContain(stage);
      for (const next of stagesAfter(stage)) expect(stageChoice(next).label).toMatch(/^(We|It) /);
    }
  });

  it('takes a move from the address only where it is allowed', () => {
    expect(allowedMove('CONSIDERING', 'DECLINED')).toBe('DECLINED');
    expect(allowedMove('RUNNING', 'DECLINED')).toBeNull();
    expect(allowedMove('RUNNING', 'RUNNING')).toBeNull();
    expect(allowedMove('RUNNING', 'nonsense')).toBeNull();
    expect(allowedMove('RUNNING', null)).toBeNull();
  });

  it('knows that what was shared once stays shared', () => {
    expect(isShared({ publishedAt: null, shared: false })).toBe(false);
    expect(isShared({ publishedAt: null, shared: true })).toBe(true);
    expect(isShared({ publishedAt: '2016-09-01T09:00:00.000Z', shared: false })).toBe(true);
  });

  it('thanks for stopping and for deciding against as for running', () => {
    expect(endingWords('DECLINED', 'Corvenmoor', true)).toContain('Thank you');
    expect(endingWords('STOPPED', 'Corvenmoor', true)).toContain('Thank you');
    expect(endingWords('RUNNING', 'Corvenmoor', true)).toContain('running at Corvenmoor');
    expect(endingWords('DECLINED', 'Corvenmoor', false)).toContain('Thank you');
    expect(endingWords('DECLINED', 'Corvenmoor', false)).not.toContain('Other sites');
    expect(endingWords('ASSESSING', 'Corvenmoor', true)).toBeUndefined();
  });
});
