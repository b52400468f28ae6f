import {
  careModelsOf,
  freeName,
  nameOfTitle,
  openingOf,
  requireQuestion,
  requireUnlocked,
  tidyTitle,
} from './thread.rules';

describe('care models of a thread', () => {
  it('are the references of the codes, each once', () => {
    expect(careModelsOf(['MCP', 'EHCH', 'MCP'], 'input.modelTypes')).toEqual([
      'care-model:network/mcp',
      'care-model:network/ehch',
    ]);
  });

  it('must be at least one', () => {
    expect(() => careModelsOf([], 'input.modelTypes')).toThrow('Choose at least 1 care model');
  });

  it('must all be known, and the unknown one is named', () => {
    expect(() => careModelsOf(['MCP', 'XYZ'], 'input.modelTypes')).toThrow('"XYZ" is not the code of a care model');
  });
});

describe('the name of a thread', () => {
  it('is made from its title', () => {
    expect(nameOfTitle('How do you reach homes with no GP lead?')).toBe('how-do-you-reach-homes-with-no-gp-lead');
  });

  it('is short enough for a reference and never ends in a hyphen', () => {
    const name = nameOfTitle('weekly round '.repeat(20));

    expect(name.length).toBeLessThanOrEqual(80);
    expect(name).toMatch(/^[a-z0-9].*[a-z0-9]$/);
  });

  it('is "discussion" for a title without a letter', () => {
    expect(nameOfTitle('???')).toBe('discussion');
  });

  it('counts up when it is taken', () => {
    expect(freeName('falls', new Set())).toBe('falls');
    expect(freeName('falls', new Set(['falls', 'falls-2', 'falls-huddle']))).toBe('falls-3');
  });
});

it('a title is one line', () => {
  expect(tidyTitle('  Falls \n huddle ')).toBe('Falls huddle');
});

describe('the opening of a thread', () => {
  it('is its whole first post when that is short', () => {
    expect(openingOf('We have 4 homes.\n\nAny ideas?')).toBe('We have 4 homes. Any ideas?');
  });

  it('is cut between characters, never inside one', () => {
    const opening = openingOf('🫁'.repeat(400));

    expect(opening.isWellFormed()).toBe(true);
    expect(opening.endsWith('…')).toBe(true);
  });
});

describe('a locked thread', () => {
  it('takes no reply and gives the reason', () => {
    expect(() => requireUnlocked({ locked: true, lockedReason: 'Moved to the forum' })).toThrow(
      /nobody can reply.*Moved to the forum/,
    );
  });

  it('takes replies again once it is open', () => {
    expect(() => requireUnlocked({ locked: false, lockedReason: null })).not.toThrow();
  });
});

it('only a question can have an accepted answer', () => {
  expect(() => requireQuestion({ kind: 'QUESTION' })).not.toThrow();
  expect(() => requireQuestion({ kind: 'LEARNING' })).toThrow('Only a question');
});
