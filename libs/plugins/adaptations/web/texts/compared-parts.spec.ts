import { comparedComponents, differingWords } from './compared-parts';

const component = (key: string, more: object = {}) => ({
  ...{ key, name: `The ${key}`, description: null, core: false, reason: null },
  ...more,
});

describe('The components of a comparison', () => {
  it('are those of either text, each with what became of it; the core ones are called so', () => {
    const source = [component('huddle', { core: true }), component('supper'), component('tests')];
    const local = [component('supper', { name: 'A breakfast' }), component('tests'), component('song')];

    expect(
      comparedComponents(source, local).map(({ heading, change, component: of }) => [of, heading, change]),
    ).toEqual([
      ['supper', 'A breakfast', 'CHANGED'],
      ['tests', 'The tests', 'SAME'],
      ['song', 'The song', 'ADDED'],
      ['huddle', 'The huddle (core)', 'REMOVED'],
    ]);
  });

  it('are none where the site has no text of its own', () => {
    expect(comparedComponents([component('huddle')], null)).toEqual([]);
  });

  it('are counted with the sections', () => {
    const section = { key: 'why', heading: 'Why', source: 'a', local: 'b', change: 'CHANGED' as const };

    expect(differingWords([section])).toBe('1 of 1 section differs.');
    expect(differingWords([section, ...comparedComponents([component('a'), component('b')], [component('a')])])).toBe(
      '2 of 3 parts differ.',
    );
  });
});
