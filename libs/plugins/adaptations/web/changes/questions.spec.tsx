import { changeInput, newestChange, ownAnswer } from './change-input';
import {
  changeQuestions,
  fidelityHint,
  isFullyCoded,
  nextOpenQuestion,
  questionAfter,
  questionIds,
  stageAt,
  whenAtStage,
} from './questions';

const change = {
  id: 'modification:1',
  what: 'Cough instead of breathlessness',
  why: 'The audit',
  codes: [] as string[],
  sectionKeys: ['why'],
};
const all = [
  'when:pre_implementation',
  'planning:planned_proactive',
  'decided_by:programme_leader',
  'decided_by:recipient',
  'final_decision_by:recipient',
  'what:context',
  'context_type:population',
  'level:system',
  'fidelity:consistent',
  'goal:fit',
];

describe('The further questions about a change', () => {
  it('follow each other, what part first, and end', () => {
    expect(questionAfter('words')).toBe('sections');
    expect(questionAfter('sections')).toBe('kind');
    expect(questionAfter('fidelity')).toBeNull();
  });

  it('own each axis of FRAME once at most', () => {
    const axes = questionIds.flatMap((id) => changeQuestions[id].axes);

    expect(new Set(axes).size).toBe(axes.length);
  });

  it('leave a change with details to add until FRAME has what it requires', () => {
    expect(isFullyCoded(change)).toBe(false);
    expect(nextOpenQuestion(change)).toBe('kind');
    expect(nextOpenQuestion({ codes: ['what:context', 'context_type:setting', 'goal:fit'] })).toBe('planning');
    expect(isFullyCoded({ codes: all })).toBe(true);
    expect(nextOpenQuestion({ codes: all })).toBeNull();
  });

  it('name the answers in words, and who had the final say', () => {
    const coded = { ...change, codes: all };

    expect(changeQuestions.sections.answers(coded)).toEqual(['Why']);
    expect(changeQuestions.kind.answers(coded)).toEqual(['It is for other people']);
    expect(changeQuestions.decided.answers(coded)).toEqual([
      'Programme or clinical leaders',
      'Patients, residents, families or carers (had the final say)',
    ]);
    expect(changeQuestions.fidelity.answers(coded)).toEqual(['Yes']);
  });

  it('suggest when the change was made from the stage at which it was recorded', () => {
    const history = [
      { stage: 'CONSIDERING' as const, at: '2016-04-01T09:00:00.000Z' },
      { stage: 'TESTING' as const, at: '2016-09-01T09:00:00.000Z' },
    ];

    expect(whenAtStage(stageAt(history, '2016-05-01T09:00:00.000Z'))).toBe('when:pre_implementation');
    expect(whenAtStage(stageAt(history, '2016-09-01T09:00:00.000Z'))).toBe('when:implementation');
    expect(whenAtStage(stageAt([], '2016-09-01T09:00:00.000Z'))).toBe('when:pre_implementation');
  });

  it('ask for a word on what makes it work where something was left out', () => {
    expect(fidelityHint(['content_nature:removed'])).toContain('core parts are intact');
    expect(fidelityHint(['content_nature:added'])).toBeUndefined();
  });
});

describe('What is sent about a change', () => {
  it('is the whole of it with the one answer anew', () => {
    expect(changeInput('adaptation:a/b', change, { codes: ['goal:fit'] })).toEqual({
      adaptation: 'adaptation:a/b',
      modification: 'modification:1',
      what: 'Cough instead of breathlessness',
      why: 'The audit',
      codes: ['goal:fit'],
      sectionKeys: ['why'],
    });
  });

  it('leaves what others answered meanwhile to other questions', () => {
    const meanwhile = { ...change, codes: ['goal:fit', 'level:unit'], sectionKeys: ['where'] };
    const onThePage = { ...change, what: ' Cough ', codes: ['goal:cost'] };

    expect(ownAnswer('goal', meanwhile, onThePage)).toEqual({ codes: ['level:unit', 'goal:cost'] });
    expect(ownAnswer('sections', meanwhile, onThePage)).toEqual({ sectionKeys: ['why'] });
    expect(ownAnswer('words', meanwhile, onThePage)).toEqual({ what: 'Cough', why: 'The audit' });
  });

  it('leads on to the change that was not there before', () => {
    const after = [{ id: 'modification:1' }, { id: 'modification:2' }];

    expect(newestChange([{ id: 'modification:1' }], after)).toEqual({ id: 'modification:2' });
    expect(newestChange([], [])).toBeNull();
  });
});
