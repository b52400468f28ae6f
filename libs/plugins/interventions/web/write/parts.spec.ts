import { aboutPart, partAfter } from './parts';

describe('the way through writing', () => {
  it('goes from what it is to the first section, and on', () => {
    expect(partAfter(aboutPart, 'IDEA')).toBe('why');
    expect(partAfter('why', 'IDEA')).toBe('materials');
  });

  it('leaves out what can only be said once it has run', () => {
    expect(partAfter('tailoring', 'TESTING')).toBe('fidelity_planned');
    expect(partAfter('fidelity_planned', 'TESTING')).toBeNull();
    expect(partAfter('tailoring', 'RUNNING')).toBe('modifications');
    expect(partAfter('fidelity_actual', 'STOPPED')).toBeNull();
  });
});
