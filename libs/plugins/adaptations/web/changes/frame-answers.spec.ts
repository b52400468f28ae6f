import { frameAxes, frameCode } from '@hub/plugins/adaptations/contract';
import {
  answered,
  changeKinds,
  choicesOn,
  codesOfKinds,
  codeWords,
  isShown,
  kindAxes,
  kindsOf,
  mayTouchCore,
  missingAxes,
  rarerKinds,
  withFinalSayAmong,
} from './frame-answers';

describe('The kinds of change in plain words', () => {
  const offered = [...changeKinds.flatMap(({ choices }) => choices), ...rarerKinds].map(({ value }) => value);

  it('are all codes that FRAME knows', () => {
    expect(offered.filter((code) => frameCode(code) === null)).toEqual([]);
  });

  it('offer every nature and every part of the context that FRAME has, once', () => {
    const known = ['content_nature', 'context_type'].flatMap((axis) => choicesOn(axis).map(({ value }) => value));

    expect(known.filter((code) => !offered.includes(code))).toEqual([]);
    expect(new Set(offered).size).toBe(offered.length);
  });

  it('say by themselves that the content or the context changed', () => {
    expect(codesOfKinds(['content_nature:removed', 'context_type:personnel'])).toEqual([
      'what:content',
      'what:context',
      'context_type:personnel',
      'content_nature:removed',
    ]);
    expect(codesOfKinds(['what:training_evaluation'])).toEqual(['what:training_evaluation']);
    expect(codesOfKinds([])).toEqual([]);
  });

  it('come back from their codes as they were chosen', () => {
    for (const kind of offered) expect(kindsOf(codesOfKinds([kind]))).toEqual([kind]);
  });
});

describe('Answering a question about a change', () => {
  const codes = ['when:implementation', 'what:content', 'content_nature:added', 'goal:fit'];

  it('replaces its own codes and leaves those of other questions', () => {
    const kinds = codesOfKinds(['context_type:setting']);

    expect(answered(codes, kindAxes, kinds)).toEqual([
      'when:implementation',
      'what:context',
      'context_type:setting',
      'goal:fit',
    ]);
  });

  it('can be taken back', () => {
    expect(answered(codes, ['goal'], [])).toEqual(['when:implementation', 'what:content', 'content_nature:added']);
  });

  it('names no code twice', () => {
    expect(answered(codes, ['goal'], ['goal:cost', 'goal:cost'])).toEqual([...codes.slice(0, 3), 'goal:cost']);
  });

  it('drops the final say of someone who is no longer among those who decided', () => {
    const before = ['decided_by:funder', 'final_decision_by:recipient', 'final_decision_by:funder'];

    expect(withFinalSayAmong(before)).toEqual(['decided_by:funder', 'final_decision_by:funder']);
  });
});

describe('What FRAME still waits for', () => {
  it('is every required axis while nothing was answered, but none that an answer must bring up first', () => {
    expect(missingAxes([]).map(({ id }) => id)).toEqual([
      'when',
      'planning',
      'decided_by',
      'what',
      'level',
      'fidelity',
      'goal',
    ]);
  });

  it('includes the kind of content once the content changed, and is empty when all is there', () => {
    const rest = [
      'when:maintenance',
      'planning:planned_reactive',
      'decided_by:funder',
      'level:unit',
      'fidelity:unknown',
      'goal:cost',
    ];

    expect(missingAxes([...rest, 'what:content']).map(({ id }) => id)).toEqual(['content_nature']);
    expect(missingAxes([...rest, 'what:content', 'content_nature:added'])).toEqual([]);
  });

  it('asks what part of the context changed only where the context did', () => {
    const axis = frameAxes.find(({ id }) => id === 'context_type')!;

    expect(isShown(axis, ['what:content'])).toBe(false);
    expect(isShown(axis, ['what:context'])).toBe(true);
  });
});

describe('The words for codes', () => {
  it('say whether it keeps what makes it work as Yes, No and Not sure', () => {
    expect(choicesOn('fidelity').map(({ label }) => label)).toEqual(['Yes', 'No', 'Not sure']);
    expect(codeWords('fidelity:inconsistent')).toBe('No');
  });

  it('show a code that this page does not know as it is', () => {
    expect(codeWords('mood:good')).toBe('mood:good');
  });

  it('ask for a sentence where the change may touch what makes it work', () => {
    expect(mayTouchCore(['content_nature:substituted'])).toBe(true);
    expect(mayTouchCore(['content_nature:added', 'context_type:setting'])).toBe(false);
  });
});
