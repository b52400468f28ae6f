import { replyIn } from './reply-text.rules';

const quoted = '> Siobhan Wrenfield replied to your question:\n> Who rings on Sundays?\n>\n> -- \n> You get this mail';

it.each([
  [
    'Gmail',
    `We do too.\n\nOn Mondays.\n\nOn Sat, 28 Nov 2026 at 19:18, Vanguard hub <reply+abc@hub.example.nhs.uk>\nwrote:\n\n${quoted}`,
    'We do too.\n\nOn Mondays.',
  ],
  [
    'Outlook',
    'We do too.\n\n________________________________\nFrom: Vanguard hub <reply+abc@hub.example.nhs.uk>\nSent: 28 November 2026 19:18\nTo: Anjali\nSubject: Re: Who rings\n\nSiobhan replied',
    'We do too.',
  ],
  [
    'a phone',
    `We do too.\n\nSent from my iPhone\n\n> On 28 Nov 2026, at 19:18, Vanguard hub <x@y.z> wrote:\n> \n${quoted}`,
    'We do too.',
  ],
  ['a signature', 'We do too.\n\n-- \nAnjali Thornapple\nNorthvale', 'We do too.'],
  ['Windows', 'We do too.\r\n\r\n-- \r\nAnjali Thornapple', 'We do too.'],
  ['a quote without a word about it', `We do too.\n\n${quoted.replace('> --', '>')}`, 'We do too.'],
  ['nothing but the quote', `On Sat, 28 Nov 2026 at 19:18, Vanguard hub <x@y.z> wrote:\n\n${quoted}`, ''],
  [
    'answers between the lines',
    '> Who rings?\n\nWe do.\n\n> When?\n\nOn Mondays.',
    '> Who rings?\nWe do.\n> When?\nOn Mondays.',
  ],
])('%s: what its writer wrote is left, and nothing else', (_program, text, left) => {
  expect(replyIn(text)).toBe(left);
});

it('a text made to keep the hub busy is given up', () => {
  expect(replyIn('>'.repeat(50_000))).toBeNull();
});
