import { localSections } from './local-sections';

describe('The sections of a site’s own text', () => {
  const sections = localSections(
    [
      { key: 'why', body: 'Because' },
      { key: 'where', body: 'The clinic' },
    ],
    [
      { key: 'why', body: 'Because ' },
      { key: 'how', body: 'By telephone' },
    ],
  );
  const changed = sections.filter(({ isChanged }) => isChanged).map(({ key }) => key);

  it('are all there, also those that nobody wrote', () => {
    expect(sections).toHaveLength(11);
  });

  it('differ when added, left out or reworded, not by spaces at the end', () => {
    expect(changed).toEqual(['how', 'where']);
  });
});
