import { changedLine, changedSections, endings, howManySites, stageCounts, type ShortAdaptation } from './experience';

let made = 0;
const adaptation = (
  stage: ShortAdaptation['stage'],
  site: string,
  changes: ShortAdaptation['modifications'] = [],
  learned: string | null = null,
): ShortAdaptation => ({
  id: `adaptation:${site}/${++made}`,
  stage,
  site: { id: `site:network/${site}`, name: site },
  modifications: changes,
  history: [{ stage, at: '2016-07-01T09:00:00.000Z', learned }],
});
const change = (what: string, ...sectionKeys: string[]) => ({ what, sectionKeys });

describe('What happened to others who tried it', () => {
  const running = adaptation('RUNNING', 'northvale', [
    change('Cough instead', 'why', 'where'),
    change('Advice line', 'where'),
  ]);
  const testing = adaptation('TESTING', 'oakenshore', [
    change('A nurse leads', 'who_provides'),
    change('At the practice', 'where'),
  ]);
  const stopped = adaptation('STOPPED', 'eastmere', [], 'No night cover');
  const declined = adaptation('DECLINED', 'corvenmoor');

  it('counts stages in words, the stopped and declined with the rest', () => {
    expect(stageCounts([running, stopped, testing, declined])).toBe(
      '1 running, 1 being tested, 1 stopped, 1 decided against',
    );
  });

  it('counts each site once, and says so when some only looked at it', () => {
    expect(howManySites([running, running, stopped])).toBe('2 sites adapted it');
    expect(howManySites([running, declined])).toBe('2 sites adapted it or looked at it');
  });

  it('says which sections were changed by how many sites, most first', () => {
    expect(changedSections([running, testing, stopped])).toEqual([
      'Where, 2 sites',
      'Why, 1 site',
      'Who does it, 1 site',
    ]);
  });

  it('names what a site changed, by sections where they are known', () => {
    expect(changedLine(running)).toBe('Changed: why and where');
    expect(changedLine(adaptation('RUNNING', 'x', [change('A flyer')]))).toBe('Changed: A flyer');
    expect(changedLine(adaptation('RUNNING', 'x', [change('A flyer'), change('A tent')]))).toBe(
      '2 changes, such as: A flyer',
    );
    expect(changedLine(stopped)).toBeNull();
  });

  it('gives the reason with each ending', () => {
    expect(endings([running, stopped, declined])).toEqual([
      { adaptation: stopped, learned: 'No night cover' },
      { adaptation: declined, learned: null },
    ]);
  });
});
