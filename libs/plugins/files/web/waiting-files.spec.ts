import { waitingFiles } from './waiting-files';

const files = (...ids: string[]) => ids.map((id) => ({ id }));

it.each([
  ['nothing is changed', files('a', 'b'), files('a', 'b'), 0],
  ['one is added', files('a', 'b'), files('a'), 1],
  ['one is taken away', files('a'), files('a', 'b'), 1],
  ['one is described anew, which is another one', files('a', 'c'), files('a', 'b'), 2],
])('of the files of a draft %s', (_what, draft, published, count) => {
  expect(waitingFiles(draft, published)).toBe(count);
});
