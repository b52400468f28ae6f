/** How sections merge, and what publishing asks for. */
import { sectionItems, type SectionText } from '@hub/plugins/interventions/contract';
import { mergeSections, missingSections } from './sections.rules';

const required = ['why', 'procedures', 'who_provides', 'how', 'where', 'when_how_much'];

describe('sections', () => {
  it('has the eleven TIDieR items beside the name, each under the words of the page', () => {
    expect(sectionItems.map(({ key, heading }) => [key, heading])).toEqual([
      ['why', 'Why'],
      ['materials', 'What you need'],
      ['procedures', 'What to do'],
      ['who_provides', 'Who does it'],
      ['how', 'How'],
      ['where', 'Where'],
      ['when_how_much', 'When and how often'],
      ['tailoring', 'Fitting it to a person'],
      ['modifications', 'Changes so far'],
      ['fidelity_planned', 'How it is checked'],
      ['fidelity_actual', 'How well it went'],
    ]);
  });

  it('keeps sections that a change does not name', () => {
    const merged = mergeSections([{ key: 'why', body: 'Because' }], [{ key: 'how', body: 'By phone' }]);

    expect(merged.map(({ key, body }) => [key, body])).toEqual([
      ['why', 'Because'],
      ['how', 'By phone'],
    ]);
  });

  it('replaces a section that a change names, and keeps the order of the page', () => {
    const merged = mergeSections(
      [
        { key: 'where', body: 'Here' },
        { key: 'why', body: 'Old' },
      ],
      [{ key: 'why', body: 'New' }],
    );

    expect(merged).toEqual([
      { key: 'why', heading: 'Why', body: 'New' },
      { key: 'where', heading: 'Where', body: 'Here' },
    ]);
  });

  it('takes out a section that is left blank', () => {
    expect(mergeSections([{ key: 'why', body: 'Because' }], [{ key: 'why', body: ' \n' }])).toEqual([]);
  });

  it('names every required section that has no text, each with a sentence of its own', () => {
    const missing = missingSections([]);

    expect(missing.map(({ path }) => path)).toEqual(required.map((key) => `sections.${key}`));
    expect(new Set(missing.map(({ message }) => message)).size).toBe(required.length);
  });

  it('asks for nothing more once the required sections are written', () => {
    const written = required.map((key) => ({ key, body: 'Text' }) as SectionText);

    expect(missingSections(written)).toEqual([]);
  });

  it('does not take blank text for text', () => {
    expect(missingSections([{ key: 'why', body: '  ' }]).map(({ path }) => path)).toContain('sections.why');
  });
});
