import { fileWords, sizeWords } from './file-words';

it.each([
  [1, '1 byte'],
  [999, '999 bytes'],
  [1000, '1 KB'],
  [12_345, '12 KB'],
  [999_499, '999 KB'],
  [999_500, '1.0 MB'],
  [26_214_400, '26.2 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});

it('a file is named by its type and size, also one of a type that is not taken any more', () => {
  expect(fileWords({ mediaType: 'application/pdf', size: 2000 })).toBe('PDF, 2 KB');
  expect(fileWords({ mediaType: 'image/gif', size: 2000 })).toBe('File, 2 KB');
});
