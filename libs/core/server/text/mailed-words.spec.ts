import { mailedWords, wordsInShort } from './mailed-words';

const page = 'https://hub.example.nhs.uk/discussions/a';
const gwen = {
  written: '@gwen-stillwater',
  words: 'Gwen Stillwater',
  to: 'https://hub.example.nhs.uk/members/gwen-stillwater',
};
const inMail = (markdown: string, most = 3000) => mailedWords({ markdown, names: [gwen], page }, most);
const bare = (html: string) => html.replaceAll(/ style="[^"]*"/g, '').replaceAll(/\s*\n\s*/g, '');

it('is read as pages read it: emphasis, lists, tables, code and quotes', () => {
  const { html, text } = inMail(
    '## Why\n\n**Two** days:\n\n- Monday\n- Friday\n\n> As before\n\n|a|b|\n|-|-|\n|1|2|\n\n`x`',
  );

  expect(bare(html)).toBe(
    [
      '<h3>Why</h3><p><strong>Two</strong> days:</p><ul><li>Monday</li><li>Friday</li></ul><blockquote><p>As before</p></blockquote>',
      '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table><p><code>x</code></p>',
    ].join(''),
  );
  expect(text).toBe('Why\n\nTwo days:\n\n- Monday\n- Friday\n\n> As before\n\na   b\n1   2\n\nx');
});

it('names what it refers to by its title, and makes every link absolute', () => {
  const { html, text } = inMail('Ask @gwen-stillwater, see [ours](/sites/northvale) or https://nhs.uk');

  expect(bare(html)).toBe(
    '<p>Ask <a href="https://hub.example.nhs.uk/members/gwen-stillwater">Gwen Stillwater</a>, see <a href="https://hub.example.nhs.uk/sites/northvale">ours</a> or <a href="https://nhs.uk">https://nhs.uk</a></p>',
  );
  expect(text).toBe(
    'Ask Gwen Stillwater <https://hub.example.nhs.uk/members/gwen-stillwater>, see ours <https://hub.example.nhs.uk/sites/northvale> or https://nhs.uk',
  );
});

it.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '![pixel](https://evil.example/p.png)',
  '[x](javascript:alert(1))',
  '<a href="x" style="position:fixed">x</a>',
  '[x](data:text/html,x)',
  '<style>body{display:none}</style>',
])('holds no script, picture or style of anybody: %s (T7)', (markdown) => {
  const { html } = inMail(`Before\n\n${markdown}\n\nAfter`);

  expect(bare(html)).not.toMatch(/script:|<script|<img|<style|onerror|data:|position|evil/);
  expect(html).toMatch(/Before[^]*After/);
});

it('ends after so many characters, with whole words and whole elements, and says so', () => {
  const { html, text, isCut } = inMail(`${'word '.repeat(20)}\n\n- **bold and on**\n- next`, 110);

  expect(isCut).toBe(true);
  expect(bare(html)).toMatch(/<li><strong>bold and …<\/strong><\/li><\/ul>$/);
  expect(text).not.toContain('next');
  expect(inMail('Short').isCut).toBe(false);
  expect(inMail('x'.repeat(5000)).text.length).toBeLessThan(3000);
});

it.each([
  ['very deep', '>'.repeat(19_000)],
  ['very tangled', '*a_'.repeat(6000)],
  ['very wide', `${'|a'.repeat(5000)}\n${'|-'.repeat(5000)}`],
])('a text that is %s still makes a mail', (_what, markdown) => {
  const { html, text, isCut } = inMail(markdown);

  expect(isCut).toBe(true);
  expect(html.length).toBeLessThan(200_000);
  expect(text).not.toBe('');
});

it('in short it is one line without addresses', () => {
  const words = { markdown: '**Ask** [ours](/sites/a)\n\n- Monday\n- Friday and more', names: [], page };

  expect(wordsInShort(words, 200)).toBe('Ask ours Monday Friday and more');
  expect(wordsInShort(words, 18)).toBe('Ask ours Monday …');
});
