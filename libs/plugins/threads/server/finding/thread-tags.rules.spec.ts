import { tagsIn, tidyTag } from './thread-tags.rules';

it('free tags are kept in small letters, each once, without a # or blanks', () => {
  expect(tagsIn({ tags: ['#Falls', ' falls ', 'Night   cover', '  ', '#'] })).toEqual({
    tags: ['falls', 'night cover'],
  });
  expect(tidyTag('# A&E')).toBe('a&e');
});

it('lessons and enablers are numbers of the publications, in order and once', () => {
  expect(tagsIn({ lessons: [4, 2, 4], enablers: [1] })).toEqual({ lessons: [2, 4], enablers: [1] });
  expect(() => tagsIn({ lessons: [1, 99], enablers: [0] })).toThrow(
    expect.objectContaining({
      extensions: expect.objectContaining({
        fields: [
          expect.objectContaining({ path: 'input.lessons.1' }),
          expect.objectContaining({ path: 'input.enablers.0' }),
        ],
      }),
    }),
  );
});

it('what is not named is not touched', () => {
  expect(tagsIn({})).toEqual({});
  expect(tagsIn({ tags: null, lessons: [] })).toEqual({ lessons: [] });
});
