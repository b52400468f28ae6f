import { nameBefore, withName } from './typed-name';

const typed = (text: string) => nameBefore(text, text.length);

it('a member is meant after @ and a thing after #, from the second letter on', () => {
  expect(typed('Ask @gw')).toEqual({ kind: 'MEMBER', text: 'gw', start: 4, end: 7 });
  expect(typed('(#cough')).toEqual({ kind: 'THING', text: 'cough', start: 1, end: 7 });
  expect(typed('Ask @g')).toBeNull();
});

it('nothing is meant in an address, a heading, or after a space', () => {
  for (const text of ['gwen@northvale', '# Heading', 'Ask @gwen ', 'a/#b', 'no']) expect(typed(text)).toBeNull();
});

it('what was chosen stands in its place, and the writing goes on behind it', () => {
  const text = 'Ask @gw about it';
  const name = nameBefore(text, 7);

  expect(name && withName(text, name, '@gwen-stillwater')).toEqual({
    text: 'Ask @gwen-stillwater about it',
    caret: 21,
  });
});
