import { sectionItems } from '@hub/plugins/interventions/contract';
import { maturityAt, missingSections } from './publishing';

describe('Before publishing', () => {
  it('every required section without text is named', () => {
    const all = sectionItems.map(({ key }) => ({ key, body: 'Written' }));

    expect(missingSections(all)).toEqual([]);
    expect(
      missingSections(all.map((section) => (section.key === 'how' ? { ...section, body: ' ' } : section))).map(
        ({ key }) => key,
      ),
    ).toEqual(['how']);
    expect(missingSections(all.filter(({ key }) => key !== 'materials'))).toEqual([]);
  });

  it('the result is as far as the record says', () => {
    expect(maturityAt('TESTING')).toBe('TESTING');
    expect(maturityAt('STOPPED')).toBe('STOPPED');
    expect(maturityAt('ADAPTING')).toBeNull();
  });
});
