import { CombinedGraphQLErrors } from '@apollo/client/errors';
import { problemOf } from './errors';

const refusal = (code: string, message: string, more: object = {}) =>
  new CombinedGraphQLErrors({ errors: [{ message, extensions: { code, ...more } }] });

describe('Reading errors for the page', () => {
  it('gives the fields of refused input, without the leading "input."', () => {
    const fields = [
      { path: 'input.title', message: 'Enter a title' },
      { path: 'input.sections.0.body', message: 'Use 10 characters or fewer' },
    ];

    expect(problemOf(refusal('BAD_USER_INPUT', 'Enter a title', { fields })).fields).toEqual([
      { path: 'title', message: 'Enter a title' },
      { path: 'sections.0.body', message: 'Use 10 characters or fewer' },
    ]);
  });

  it('keeps what the server says of a conflict, and who may do what is forbidden', () => {
    const conflict = problemOf(refusal('CONFLICT', 'Sam changed it', { current: { title: 'Theirs' } }));

    expect(conflict.code).toBe('CONFLICT');
    expect(conflict.extensions['current']).toEqual({ title: 'Theirs' });
    expect(problemOf(refusal('FORBIDDEN', 'Members of Harbour can do this')).message).toBe(
      'Members of Harbour can do this',
    );
  });

  it('says when one can try again', () => {
    expect(problemOf(refusal('RATE_LIMITED', 'Too many', { retryAfterSeconds: 30 })).retryAfter).toBe(30);
  });

  it('never repeats the words of an error that nobody was meant to read', () => {
    const problem = problemOf(refusal('INTERNAL_SERVER_ERROR', 'relation "core.entity" does not exist'));

    expect(problem.code).toBe('UNKNOWN');
    expect(problem.message).toBe('Sorry, there is a problem with the hub. Try again.');
    expect(problemOf(new Error('secret')).message).not.toContain('secret');
  });

  it('knows a lost connection from a broken hub', () => {
    expect(problemOf(new TypeError('Failed to fetch')).code).toBe('UNREACHABLE');
    expect(problemOf(new TypeError('x is not a function')).code).toBe('UNKNOWN');
  });
});
