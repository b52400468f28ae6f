import {
  changedLine,
  endingsOf,
  factsOf,
  howManySites,
  saidOfIt,
  stageCounts,
  type ShortAdaptation,
} from './experience';

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

  it('names what a site changed, by sections where they are known', () => {
    expect(changedLine(running)).toBe('Changed: why and where');
    expect(changedLine(adaptation('RUNNING', 'x', [change('A flyer')]))).toBe('Changed: A flyer');
    expect(changedLine(adaptation('RUNNING', 'x', [change('A flyer'), change('A tent')]))).toBe(
      '2 changes, such as: A flyer',
    );
    expect(changedLine(stopped)).toBeNull();
  });

  it('says as much of what ended as of what runs: the facts of each, and what was said of it', () => {
    const result = { title: 'Cough pathway' };
    const why = { reason: 'STAFF', words: 'Nobody at night' } as const;

    expect(factsOf({ ...running, ending: null, result })).toEqual(['Changed: why and where', 'Became “Cough pathway”']);
    expect(factsOf({ ...stopped, ending: why, result: null })).toEqual(['Main reason: staff']);
    expect(saidOfIt({ ...adaptation('RUNNING', 'x', [], 'Fewer falls'), ending: null })).toBe('Fewer falls');
    expect(saidOfIt({ ...running, ending: null })).toBeNull();
    expect(saidOfIt({ ...stopped, ending: why })).toBe('Nobody at night');
    expect(saidOfIt({ ...stopped, ending: null })).toBe('No night cover');
    expect(saidOfIt({ ...declined, ending: null })).toContain('Ask them');
  });

  it('lists endings with the latest first, stopped and declined alike', () => {
    const later = {
      ...declined,
      history: [{ stage: 'DECLINED' as const, at: '2017-01-01T09:00:00.000Z', learned: null }],
    };

    expect(endingsOf([running, stopped, later])).toEqual([later, stopped]);
  });
});
