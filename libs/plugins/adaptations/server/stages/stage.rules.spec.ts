import { adaptationStages, sharedStages } from '@hub/plugins/adaptations/contract';
import { moveProblem, opensToNetwork, publishProblem, visibilityOf } from './stage.rules';

const then = new Date('2016-07-19T12:00:00.000Z');

describe('moving an adaptation', () => {
  it('is fine where the table of moves says so', () => {
    expect(moveProblem('ASSESSING', 'ADAPTING')).toBeNull();
  });

  it('says where else it can go when it cannot go there', () => {
    expect(moveProblem('RUNNING', 'DECLINED')).toBe(
      'It cannot go from "running it" to "decided against". Choose one of: adapting it, testing it, stopped',
    );
  });

  it('says so when it is there already', () => {
    expect(moveProblem('RUNNING', 'RUNNING')).toMatch(/^It is already at this stage/);
  });

  it('opens it to the network at the first shared stage, once', () => {
    const opening = adaptationStages.filter((stage) => opensToNetwork(stage, null));

    expect(opening).toEqual(sharedStages);
    expect(adaptationStages.filter((stage) => opensToNetwork(stage, then))).toEqual([]);
  });
});

describe('who sees an adaptation', () => {
  it.each([
    ['its site, before it was shared', null, null, 'site'],
    ['the network, once it was shared', then, null, 'network'],
    ['whoever sees its result, once that is published', then, then, 'public'],
    ['whoever sees its result, even where no stage had shared it', null, then, 'public'],
  ] as const)('is %s', (_who, sharedAt, publishedAt, visibility) => {
    expect(visibilityOf({ sharedAt, publishedAt })).toBe(visibility);
  });
});

describe('publishing an adaptation', () => {
  const result = 'intervention:northvale/cough';

  it('needs a version of its own', () => {
    expect(publishProblem({ stage: 'RUNNING', resultRef: null })).toMatch(/nothing of your own to publish/);
  });

  it('is refused where the site decided against it', () => {
    expect(publishProblem({ stage: 'DECLINED', resultRef: result })).toMatch(/decided against/);
  });

  it.each(['ADAPTING', 'TESTING', 'RUNNING', 'STOPPED'] as const)('is fine while %s', (stage) => {
    expect(publishProblem({ stage, resultRef: result })).toBeNull();
  });
});
