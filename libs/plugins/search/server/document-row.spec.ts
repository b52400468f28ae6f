import { rowOf } from './document-row';

const ref = 'note:network/one';

it('keeps the lines at which the parts of a page begin', () => {
  const parts = [
    { place: null, text: 'First\npost' },
    { place: 'post-2', text: 'A reply' },
    { place: 'post-3', text: 'Another' },
  ];

  expect(rowOf({ ref, title: 'Title', body: 'Of all', parts })).toMatchObject({
    body: 'Of all\n\nFirst\npost\n\nA reply\n\nAnother',
    place_lines: [1, 3, 6, 8],
    place_names: ['', '', 'post-2', 'post-3'],
  });
});

it('leaves out parts without words, and does without parts', () => {
  expect(rowOf({ ref, title: 'Title', body: '', parts: [{ place: 'post-2', text: 'Only' }] })).toMatchObject({
    body: 'Only',
    place_lines: [1],
    place_names: ['post-2'],
  });
  expect(rowOf({ ref, title: 'Title', body: 'Words' })).toMatchObject({ place_lines: [1], place_names: [''] });
});
