import { leavesOutCore, partsInput, startingParts, unexplainedCore } from './parts-writing';

const parts = [
  { key: 'tests', core: true },
  { key: 'supper', core: false },
];
const change = { componentKeys: ['tests', 'supper'], leftOutKeys: ['tests'], coreReason: 'No machine' };

describe('The parts that a change is about', () => {
  it('come back as they were saved', () => {
    const { codes: _codes, ...saved } = partsInput(startingParts(change), parts, []);

    expect(saved).toEqual({ ...change, componentKeys: ['supper', 'tests'] });
  });

  it('give the codes of leaving out, and of a core part left out where nobody spoke of fidelity', () => {
    expect(partsInput(startingParts(change), parts, []).codes).toEqual(
      expect.arrayContaining(['what:content', 'content_nature:removed', 'fidelity:inconsistent']),
    );
    expect(partsInput(startingParts(change), parts, ['fidelity:unknown']).codes).not.toContain('fidelity:inconsistent');
    expect(partsInput({ answers: { supper: 'changed' }, coreReason: 'x' }, parts, ['goal:fit'])).toMatchObject({
      codes: ['goal:fit'],
      coreReason: null,
    });
  });

  it('ask for a reason only where something core is left out', () => {
    expect(leavesOutCore({ answers: { tests: 'left-out' } }, parts)).toBe(true);
    expect(leavesOutCore({ answers: { tests: 'changed', supper: 'left-out' } }, parts)).toBe(false);
  });

  it('are asked about where the site’s own text has lost something core and no change says why', () => {
    const source = {
      components: ['tests', 'supper', 'plan'].map((key) => ({ key, name: key, core: key !== 'supper' })),
    };
    const result = { nextVersion: { components: [{ key: 'plan' }] } };
    const asked = (facts: Partial<Parameters<typeof unexplainedCore>[0]>) =>
      unexplainedCore({ source, modifications: [], result, ...facts }).map(({ key }) => key);

    expect(asked({})).toEqual(['tests']);
    expect(asked({ modifications: [{ leftOutKeys: ['tests'] }] })).toEqual([]);
    expect(asked({ result: null })).toEqual([]);
    expect(asked({ result: { nextVersion: null } })).toEqual([]);
  });
});
