import { componentProblems, leavesOutCore } from './components.rules';

const part = (key: string, core: boolean) => ({ key, name: key, description: null, core, reason: 'So they say' });
const components = [part('tests', true), part('supper', false)];
const paths = (change: Partial<Parameters<typeof componentProblems>[0]>) =>
  componentProblems({ componentKeys: [], leftOutKeys: [], coreReason: null, ...change }, components).map(
    ({ path }) => path,
  );

describe('Changes of components', () => {
  it('name only those of the version that the site started from', () => {
    expect(paths({ componentKeys: ['tests', 'cake'], leftOutKeys: ['cake'] })).toEqual([
      'input.componentKeys.1',
      'input.leftOutKeys.0',
    ]);
  });

  it('need a reason to leave out something core, and none to change it or to leave out the rest', () => {
    expect(paths({ leftOutKeys: ['tests'] })).toEqual(['input.coreReason']);
    expect(paths({ leftOutKeys: ['tests'], coreReason: 'No machine' })).toEqual([]);
    expect(paths({ componentKeys: ['tests'] })).toEqual([]);
    expect(paths({ leftOutKeys: ['supper'] })).toEqual([]);
    expect(leavesOutCore(['supper'], components)).toBe(false);
  });
});
