/** What people may write, and how it is refused. */
import { BadUserInput } from '@hub/core/server';
import { problemsIn, revisionIn } from './writing.rules';

const paths = (input: Parameters<typeof problemsIn>[0]) => problemsIn(input).map(({ path }) => path);

describe('writing an intervention', () => {
  it('takes only what was given', () => {
    expect(revisionIn({})).toEqual({ facts: {} });
    expect(revisionIn({ title: null, sections: null })).toEqual({ facts: {} });
  });

  it('turns codes and words of the API into those of the hub', () => {
    const revision = revisionIn({ title: ' Huddle ', modelTypes: ['MCP', 'MCP', 'ACC'], visibility: 'PUBLIC' });

    expect(revision).toEqual({
      title: 'Huddle',
      careModels: ['care-model:network/mcp', 'care-model:network/acc'],
      visibility: 'public',
      facts: {},
    });
  });

  it('refuses a blank title and a blank summary', () => {
    expect(paths({ title: ' ', summary: '' })).toEqual(['input.title', 'input.summary']);
  });

  it('refuses unknown care models, each by its place, and having none', () => {
    expect(paths({ modelTypes: ['MCP', 'XYZ'] })).toEqual(['input.modelTypes.1']);
    expect(paths({ modelTypes: [] })).toEqual(['input.modelTypes']);
  });

  it('refuses unknown sections and a section that is there twice', () => {
    const text = { body: 'Text' };

    expect(
      paths({
        sections: [
          { key: 'name', ...text },
          { key: 'why', ...text },
          { key: 'why', ...text },
        ],
      }),
    ).toEqual(['input.sections.0.key', 'input.sections.2.key']);
  });

  it('refuses communities until there are any', () => {
    expect(paths({ visibility: 'COMMUNITY' })).toEqual(['input.visibility']);
  });

  it('names every problem at once', () => {
    expect(() => revisionIn({ title: '', modelTypes: ['?'] })).toThrow(BadUserInput);
    expect(problemsIn({ title: '', modelTypes: ['?'] })).toHaveLength(2);
  });
});
