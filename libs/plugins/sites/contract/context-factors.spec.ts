/** The names of the reference data. */
import { contextFactors, nameIn, professionalGroups } from './context-factors';

describe('the reference data of sites', () => {
  it('names a professional group by its slug', () => {
    expect(nameIn(professionalGroups, 'general-practice')).toBe('General practice');
  });

  it('refuses a slug that it does not have', () => {
    expect(() => nameIn(contextFactors, 'no-such-factor')).toThrow('no-such-factor');
  });
});
