import { codingOf, codingProblems, saysFidelity, saysPlanned } from './frame.rules';

const paths = (input: Parameters<typeof codingProblems>[0]) => codingProblems(input).map(({ path }) => path);

describe('coding a change with FRAME', () => {
  it('takes no codes at all: they may follow later', () => {
    expect(codingProblems({ codes: [] })).toEqual([]);
  });

  it('names each unknown code', () => {
    expect(paths({ codes: ['what:content', 'what:nothing', 'colour:blue', 'level:unit'] })).toEqual([
      'input.codes.1',
      'input.codes.2',
    ]);
  });

  it('takes one answer on an axis that asks for one', () => {
    expect(paths({ codes: ['planning:planned_proactive', 'what:content', 'planning:unplanned_reactive'] })).toEqual([
      'input.codes.2',
    ]);
  });

  it('takes several answers on an axis that asks for many', () => {
    expect(paths({ codes: ['goal:fit', 'goal:cost', 'goal:reach'] })).toEqual([]);
  });

  it('takes the same code twice as once', () => {
    expect(paths({ codes: ['fidelity:consistent', 'fidelity:consistent'] })).toEqual([]);
    expect(codingOf({ codes: ['fidelity:consistent', 'fidelity:consistent'] }).codes).toEqual(['fidelity:consistent']);
  });

  it('asks that who had the final say took part, where it is said who did', () => {
    expect(paths({ codes: ['decided_by:funder', 'final_decision_by:recipient'] })).toEqual(['input.codes.1']);
    expect(paths({ codes: ['final_decision_by:recipient'] })).toEqual([]);
  });
});

describe('what codes say', () => {
  it.each([
    ['planning:planned_proactive', true],
    ['planning:planned_reactive', true],
    ['planning:unplanned_reactive', false],
    ['what:content', null],
  ])('%s: planned is %s', (code, planned) => {
    expect(saysPlanned([code])).toBe(planned);
  });

  it.each([
    ['fidelity:consistent', true],
    ['fidelity:inconsistent', false],
    ['fidelity:unknown', 'unknown'],
    ['what:content', null],
  ])('%s: core parts intact is %s', (code, fidelity) => {
    expect(saysFidelity([code])).toBe(fidelity);
  });
});

describe('what is stated beside the codes', () => {
  it.each([
    [{ codes: ['planning:unplanned_reactive'], planned: true }, 'input.planned'],
    [{ codes: ['planning:planned_reactive'], planned: false }, 'input.planned'],
    [{ codes: ['fidelity:consistent'], fidelityConsistent: false }, 'input.fidelityConsistent'],
    [{ codes: ['fidelity:inconsistent'], fidelityConsistent: true }, 'input.fidelityConsistent'],
    [{ codes: ['fidelity:unknown'], fidelityConsistent: true }, 'input.fidelityConsistent'],
  ])('must not contradict them: %j', (input, path) => {
    expect(paths(input)).toEqual([path]);
  });

  it('may agree with them, or be left open', () => {
    const codes = ['planning:planned_reactive', 'fidelity:consistent'];

    expect(codingProblems({ codes, planned: true, fidelityConsistent: true })).toEqual([]);
    expect(codingProblems({ codes, planned: null, fidelityConsistent: null })).toEqual([]);
  });

  it('gives way to what the codes say', () => {
    const coding = codingOf({ codes: ['planning:unplanned_reactive', 'fidelity:unknown'], planned: null });

    expect(coding).toMatchObject({ planned: false, fidelityConsistent: null });
  });

  it('stands where the codes say nothing', () => {
    expect(codingOf({ codes: [], planned: true, fidelityConsistent: false })).toMatchObject({
      planned: true,
      fidelityConsistent: false,
    });
  });

  it('stays when a later correction does not mention it', () => {
    const before = codingOf({ codes: [], planned: true });

    expect(codingOf({ codes: ['what:content'] }, before).planned).toBe(true);
    expect(codingOf({ codes: ['what:content'], planned: null }, before).planned).toBeNull();
  });

  it('does not outlive the codes that it was read from', () => {
    const before = codingOf({ codes: ['planning:planned_proactive', 'fidelity:consistent'] });

    expect(codingOf({ codes: [] }, before)).toMatchObject({ planned: null, fidelityConsistent: null });
  });
});
