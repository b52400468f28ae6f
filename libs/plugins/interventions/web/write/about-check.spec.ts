import { aboutProblem, joinedAbout } from './about-check';

const about = {
  title: 'Falls huddle',
  summary: 'A daily check',
  modelTypes: ['EHCH'],
  maturity: 'IDEA',
  visibility: 'NETWORK',
} as const;

describe('checking what an intervention is', () => {
  it('finds nothing wrong with a title, a summary and a care model', () => {
    expect(aboutProblem({ ...about, modelTypes: ['EHCH'] })).toBeNull();
  });

  it('names all that is missing at once', () => {
    const problem = aboutProblem({ ...about, title: ' ', summary: '', modelTypes: [] });

    expect(problem?.fields.map(({ path }) => path)).toEqual(['title', 'summary', 'modelTypes']);
  });

  it('loses nothing of what two wrote at once when they combine it', () => {
    const theirs = { ...about, title: 'Fall huddle', summary: 'Every day', modelTypes: ['MCP'] };

    expect(joinedAbout(theirs, { ...about, modelTypes: ['EHCH'] })).toEqual({
      ...about,
      title: 'Fall huddle / Falls huddle',
      summary: 'Every day\n\nA daily check',
      modelTypes: ['MCP', 'EHCH'],
    });
  });
});
