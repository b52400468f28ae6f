import { fileWords } from './file-words';

it('a file is named by its type and size, also one of a type that is not taken any more', () => {
  expect(fileWords({ mediaType: 'application/pdf', size: 2000 })).toBe('PDF, 2 KB');
  expect(fileWords({ mediaType: 'image/gif', size: 2000 })).toBe('File, 2 KB');
});
