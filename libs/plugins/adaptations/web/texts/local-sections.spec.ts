import { localSections, staleEdit } from './local-sections';

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

describe('An edit that came too late', () => {
  it('is saved again when another section was changed', () => {
    expect(staleEdit({ base: 'Old', mine: 'Mine', now: 'Old' })).toBe('save again');
  });

  it('is left to the person when the same section was changed', () => {
    expect(staleEdit({ base: 'Old', mine: 'Mine', now: 'Theirs' })).toBe('choose');
  });

  it('needs no choice when both wrote the same', () => {
    expect(staleEdit({ base: 'Old', mine: 'New', now: 'New' })).toBe('save again');
  });
});
