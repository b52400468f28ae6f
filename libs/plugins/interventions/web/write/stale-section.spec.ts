import { currentIn, resolveStale } from './stale-section';

describe('saving a section on an older revision', () => {
  it('goes ahead when someone changed another section', () => {
    expect(resolveStale({ base: 'By phone', mine: 'By video', theirs: 'By phone' })).toBe('save');
  });

  it('goes ahead when both wrote the same', () => {
    expect(resolveStale({ base: '', mine: 'By video', theirs: 'By video' })).toBe('save');
  });

  it('asks when both changed the same section', () => {
    expect(resolveStale({ base: 'By phone', mine: 'By video', theirs: 'In person' })).toBe('choose');
  });

  it('reads what is there now from the refusal', () => {
    const sections = [{ key: 'how', body: 'In person' }];
    const current = { revision: 4, title: 'Huddle', summary: 'Daily', sections };

    expect(currentIn({ code: 'CONFLICT', current })).toEqual(current);
    expect(currentIn({ code: 'CONFLICT' })).toBeNull();
    expect(currentIn({ current: { revision: 'new' } })).toBeNull();
  });
});
