import { isChangedSince, missingSections, nextNumber, unexplainedComponents, type Publishable } from './publish-check';

const written = ['why', 'procedures', 'who_provides', 'how', 'where', 'when_how_much'].map((key) => ({
  key,
  body: `Something about ${key}`,
}));
const described = {
  components: [{ key: 'huddle', name: 'The huddle', description: null, core: true, reason: 'It is the idea' }],
  description: { problem: 'Falls', population: null, segments: [], needs: [], risks: [], outcomesMeasured: [] },
};
const published: Publishable = {
  title: 'Falls huddle',
  summary: 'A daily check',
  draft: written,
  nextVersion: described,
  currentVersion: { ...described, number: 2, title: 'Falls huddle', summary: 'A daily check', sections: written },
};

describe('checking before publishing', () => {
  it('names every required section that has no text, blank ones too', () => {
    const sections = [...written.filter(({ key }) => key !== 'how'), { key: 'how', body: '  \n' }];

    expect(missingSections(sections).map(({ heading }) => heading)).toEqual(['How']);
    expect(missingSections([])).toHaveLength(6);
  });

  it('names every component that does not say why it is core, or why it can be adapted', () => {
    const board = { key: 'board', name: 'The board', description: null, core: false, reason: ' ' };

    expect(unexplainedComponents({ components: [...described.components, board] })).toEqual(['The board']);
    expect(unexplainedComponents(described)).toEqual([]);
  });

  it('asks for nothing that may follow later', () => {
    expect(missingSections(written)).toEqual([]);
  });

  it('counts the next version from the last one', () => {
    expect(nextNumber(published)).toBe(3);
    expect(nextNumber({ currentVersion: null })).toBe(1);
  });

  it('sees that nothing changed since the last version', () => {
    expect(isChangedSince(published)).toBe(false);
    expect(isChangedSince({ ...published, draft: [...written, { key: 'materials', body: ' ' }] })).toBe(false);
  });

  it('sees a new title, a new section and one left out as changes', () => {
    expect(isChangedSince({ ...published, title: 'Falls and frailty huddle' })).toBe(true);
    expect(isChangedSince({ ...published, draft: [...written, { key: 'materials', body: 'A form' }] })).toBe(true);
    expect(isChangedSince({ ...published, draft: written.slice(1) })).toBe(true);
  });

  it('sees what is described otherwise as a change', () => {
    const description = { ...described.description, problem: 'Falls at night' };

    expect(isChangedSince({ ...published, nextVersion: { ...described, description } })).toBe(true);
    expect(isChangedSince({ ...published, nextVersion: { ...described, components: [] } })).toBe(true);
  });

  it('knows of no changes where the reader may not see the draft', () => {
    expect(isChangedSince({ ...published, draft: null })).toBe(false);
  });
});
