import { sectionItems } from '@hub/plugins/interventions/contract';
import { missingSections } from './publishing';

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
});
