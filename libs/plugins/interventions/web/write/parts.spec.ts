import { aboutPart, partAfter } from './parts';

describe('the way through writing', () => {
  it('goes from what it is to the problem, the people, its components and the sections, and on', () => {
    expect(partAfter(aboutPart, 'IDEA')).toBe('problem');
    expect(partAfter('problem', 'IDEA')).toBe('population');
    expect(partAfter('components', 'IDEA')).toBe('why');
    expect(partAfter('why', 'IDEA')).toBe('materials');
  });

  it('leaves out what can only be said once it has run', () => {
    expect(partAfter('tailoring', 'TESTING')).toBe('fidelity_planned');
    expect(partAfter('fidelity_planned', 'TESTING')).toBe('needs');
    expect(partAfter('tailoring', 'RUNNING')).toBe('modifications');
    expect(partAfter('fidelity_actual', 'STOPPED')).toBe('needs');
  });

  it('ends with what is measured', () => {
    expect(partAfter('outcomes', 'IDEA')).toBeNull();
    expect(partAfter('nothing', 'IDEA')).toBeNull();
  });
});
