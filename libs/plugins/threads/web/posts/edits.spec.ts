import { editsOf } from './edits';

it('each edit lies between what a post said and what it said next, the newest first', () => {
  const edits = editsOf({
    body: 'Two hours, with the pharmacist',
    createdAt: '2016-03-01T08:00:00.000Z',
    editedAt: '2016-03-03T08:00:00.000Z',
    revisions: [
      { number: 2, body: 'Two hours', writtenAt: '2016-03-02T08:00:00.000Z' },
      { number: 1, body: 'An hour', writtenAt: '2016-03-01T08:00:00.000Z' },
    ],
  });

  expect(edits).toEqual([
    { number: 2, at: '2016-03-03T08:00:00.000Z', before: 'Two hours', after: 'Two hours, with the pharmacist' },
    { number: 1, at: '2016-03-02T08:00:00.000Z', before: 'An hour', after: 'Two hours' },
  ]);
});

it('a post that was never edited, or was before the hub kept edits, has none', () => {
  expect(editsOf({ body: 'An hour', createdAt: '2016-03-01T08:00:00.000Z', revisions: [] })).toEqual([]);
});
