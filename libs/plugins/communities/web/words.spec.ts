import { membersWords } from './words';

it.each([
  [{ memberCount: 1, memberCountRounded: false }, '1 member'],
  [{ memberCount: 12, memberCountRounded: false }, '12 members'],
  [{ memberCount: 10, memberCountRounded: true }, 'About 10 members'],
])('%o is said as %s', (counted, words) => {
  expect(membersWords(counted)).toBe(words);
});
