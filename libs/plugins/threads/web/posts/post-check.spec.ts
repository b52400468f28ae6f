import { postProblem } from './post-check';

describe('What is missing from a post', () => {
  it('is all named at once for a new discussion', () => {
    const problem = postProblem({ title: ' ', body: '', models: [] });

    expect(problem?.fields).toEqual([
      { path: 'title', message: 'Enter a title' },
      { path: 'body', message: 'Enter what you want to say' },
      { path: 'modelTypes', message: 'Choose at least one care model' },
    ]);
  });

  it('is only its words for a reply', () => {
    expect(postProblem({ body: '\n' })?.fields.map(({ path }) => path)).toEqual(['body']);
    expect(postProblem({ body: 'We asked the federation' })).toBeNull();
  });
});
