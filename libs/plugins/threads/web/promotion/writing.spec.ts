import { promotionInput, writingFrom, writingProblem } from './writing';

const whole = {
  ...writingFrom('We ring first. Nobody was in.'),
  record: 'adaptation:northvale/x',
  why: 'They were out',
};

it('begins with the text of the post and a title of its first sentence', () => {
  expect(writingFrom('We ring first. Nobody was in.\nMore')).toMatchObject({
    ...{ title: 'We ring first.', words: 'We ring first. Nobody was in.\nMore', why: '', record: '' },
  });
});

it.each([
  ['nothing', {}, []],
  ['no record', { record: '' }, ['record']],
  ['no reason of a change', { why: ' ' }, ['why']],
  ['no title of a finding', { kind: 'SUITABILITY', title: '' }, ['title']],
  ['no part of a question', { kind: 'QUESTION' }, ['component']],
  ['no words', { words: '\n' }, ['words']],
] as const)('with %s missing names it', (_what, change, paths) => {
  expect((writingProblem({ ...whole, ...change })?.fields ?? []).map(({ path }) => path)).toEqual(paths);
});

it('sends of each kind what it needs, and nothing else', () => {
  expect(Object.keys(promotionInput(whole))).toEqual(['kind', 'record', 'words', 'why']);
  expect(Object.keys(promotionInput({ ...whole, kind: 'LEARNING' }))).toEqual(['kind', 'record', 'words']);
});
