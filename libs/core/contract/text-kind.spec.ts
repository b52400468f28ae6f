import { kindProblem } from './text-kind';

it.each([
  ['a right-to-left override', 'adm\u202enimda'],
  ['an isolate', 'a\u2066b'],
  ['a direction mark', 'a\u200fb'],
  ['a zero-width space', 'ad\u200bmin'],
  ['a zero-width joiner between letters', 'ad\u200dmin'],
  ['a zero-width joiner at the start', '\u200dadmin'],
  ['a byte order mark', '\ufeffadmin'],
  ['a soft hyphen', 'ad\u00admin'],
  ['an invisible sign', 'ad\u2062min'],
  ['a filler of another script', 'ad\u3164min'],
  ['a tag', 'admin\u{e0061}'],
  ['a variation of nothing', ' \ufe0fadmin'],
  ['a line break', 'two\nlines'],
  ['a tab', 'a\tb'],
  ['a line separator', 'a\u2028b'],
  ['a control', 'a\u0007b'],
  ['a control of the second set', 'a\u0085b'],
])('%s stands in no title and no name (T5)', (_what, text) => {
  expect(kindProblem(text, 'LINE')).not.toBeNull();
  expect(kindProblem(text, 'NAME')).not.toBeNull();
  expect(kindProblem(text, 'TEXT')).toBeNull();
});

it.each([
  ['a Cyrillic а among Latin letters', '\u0430dmin'],
  ['a Greek ο among Latin letters', 'N\u03bfrthvale'],
  ['bold letters of mathematics', '\u{1d41a}\u{1d41d}min'],
  ['full-width letters', '\uff41dmin'],
  ['a ligature', '\ufb01ona'],
])('%s is refused in a name (T5)', (_what, text) => {
  expect(kindProblem(text, 'NAME')).not.toBeNull();
  expect(kindProblem(text, 'LINE')).toBeNull();
});

it.each([
  'Anjali Thornapple',
  "Zoë O'Neill-Łukasiewicz",
  'Иван Петров',
  'Ivan Иван',
  'Γιώργος',
  '山田 タロウ',
  'محمد',
  'क्\u200dष',
  'Northvale 👩\u200d⚕️',
  '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f} England',
  'Team ❤\ufe0f',
  'Nguyễn',
])('%s is a name (T5)', (text) => {
  expect(kindProblem(text, 'NAME')).toBeNull();
});

it.each(['β-blockers in TNFα disease', 'Falls: 24/7, 1 m² per bed', 'Naïve “quotes” – and dashes…'])(
  '%s is a title (T5)',
  (text) => {
    expect(kindProblem(text, 'LINE')).toBeNull();
  },
);
