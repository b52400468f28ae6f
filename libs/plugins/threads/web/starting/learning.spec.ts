import { learningBody, learningProblems, noAnswers, openingFor } from './learning';

const answers = { tried: 'A box at X-ray.', happened: 'One bag came back whole. ', next: '' };

describe('Learning', () => {
  it('is one post of its three answers, each under its heading', () => {
    expect(learningBody({ ...answers, next: 'Ask the crews' })).toBe(
      '# What we tried\n\nA box at X-ray.\n\n# What happened\n\nOne bag came back whole.\n\n# What comes next\n\nAsk the crews',
    );
  });

  it('may leave open what comes next, without an empty heading', () => {
    expect(learningBody(answers)).not.toContain('What comes next');
    expect(learningProblems(answers)).toEqual([]);
  });

  it('says what was tried and what happened', () => {
    expect(learningProblems({ tried: ' ', happened: '', next: 'More' }).map(({ path }) => path)).toEqual([
      'tried',
      'happened',
    ]);
  });

  it('takes along what was written before the kind was chosen, and back', () => {
    const learning = openingFor('LEARNING', { body: 'A box at X-ray.', learning: noAnswers }).learning;
    expect(learning).toEqual({ tried: 'A box at X-ray.', happened: '', next: '' });
    expect(openingFor('LEARNING', { body: 'Other', learning: answers }).learning).toBe(answers);
    expect(openingFor('DISCUSSION', { body: '', learning }).body).toBe('# What we tried\n\nA box at X-ray.');
    expect(openingFor('QUESTION', { body: 'Mine', learning }).body).toBe('Mine');
  });
});
