import { joinedThreads, threadInput, threadNow, threadWritingOf } from './edit-thread';

const onHub = {
  ...{ title: 'Weekly round', modelTypes: [{ code: 'EHCH' }], lessons: [1], enablers: [], tags: ['falls', 'nights'] },
  summary: { body: 'Two homes do it' },
};

it('only a facilitator sends care models and summary', () => {
  const writing = threadWritingOf(onHub);

  expect(threadInput(writing, false)).toEqual({
    ...{ title: 'Weekly round', lessons: [1], enablers: [], tags: ['falls', 'nights'] },
  });
  expect(threadInput(writing, true)).toMatchObject({ modelTypes: ['EHCH'], summary: 'Two homes do it' });
});

it('what a conflict says is there now reads as what is on the hub', () => {
  const current = { ...onHub, modelTypes: ['EHCH'], summary: 'Two homes do it', revision: 4 };

  expect(threadNow(current)).toEqual(threadWritingOf(onHub));
});

it('two edits in one hold the tags of both and both summaries', () => {
  const theirs = threadWritingOf(onHub);
  const mine = { ...theirs, tags: 'falls, pharmacy', lessons: [2], summary: 'Three homes do it' };

  expect(joinedThreads(theirs, mine)).toMatchObject({
    tags: 'falls, nights, pharmacy',
    lessons: [1, 2],
    summary: 'Two homes do it\n\nThree homes do it',
  });
});
