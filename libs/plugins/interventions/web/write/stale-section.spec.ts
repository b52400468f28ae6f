import { currentIn, describedIn, factsIn } from './stale-section';

const sections = [{ key: 'how', body: 'In person' }];
const facts = { lessons: [1], enablers: [], contacts: ['member:network/anjali'], reviewOn: null };
const described = { components: [], description: { problem: 'Falls' } };
const current = { revision: 4, title: 'Huddle', summary: 'Daily', sections, ...described, ...facts };

describe('What a refusal says is there now', () => {
  it('is read for each part: title and sections, what is described, and facts', () => {
    expect(currentIn({ code: 'CONFLICT', current })).toEqual({
      revision: 4,
      title: 'Huddle',
      summary: 'Daily',
      sections,
    });
    expect(describedIn({ current })).toEqual({ revision: 4, ...described });
    expect(factsIn({ current })).toEqual({ revision: 4, ...facts, reviewOn: '' });
  });

  it('is nothing where the refusal does not say', () => {
    for (const read of [currentIn, describedIn, factsIn]) {
      expect(read({ code: 'CONFLICT' })).toBeNull();
      expect(read({ current: { revision: 'new' } })).toBeNull();
    }
  });
});
