import { plainEmail } from '@hub/plugins/identity/contract';
import { isAtAllowedDomain, plainPattern } from './domains.rules';

const patterns = ['nhs.uk', '*.nhs.uk', 'nhs.net', '*.gov.uk'];

it.each(['a@nhs.uk', 'a@trust.nhs.uk', 'a@ward.trust.nhs.uk', 'a@nhs.net', 'a@council.gov.uk'])(
  '%s may sign in',
  (email) => {
    expect(isAtAllowedDomain(email, patterns)).toBe(true);
  },
);

it.each([
  'a@evilnhs.uk',
  'a@nhs.uk.evil.example',
  'a@evil-nhs.uk',
  'a@xnhs.net',
  'a@sub.nhs.net',
  'a@gov.uk',
  'a@uk',
  'a@.nhs.uk.',
  'a@evil.example',
])('%s may not', (email) => {
  expect(isAtAllowedDomain(email, patterns)).toBe(false);
});

it.each([
  [' *.NHS.uk ', '*.nhs.uk'],
  ['nhs.net', 'nhs.net'],
  ['*', null],
  ['*.uk', null],
  ['uk', null],
  ['*.*.uk', null],
  ['a.*.uk', null],
  ['nhs.uk.', null],
  ['.nhs.uk', null],
  ['nhs uk', null],
  ['nhs.uk/x', null],
  ['a@nhs.uk', null],
  ['', null],
])('the pattern "%s" is kept as %s', (text, kept) => {
  expect(plainPattern(text)).toBe(kept);
});

it.each([
  [' Anna.Reed@NHS.net ', 'anna.reed@nhs.net'],
  ['a+b@x.nhs.uk', 'a+b@x.nhs.uk'],
  ['a@nhs', null],
  ['a@@nhs.net', null],
  ['a b@nhs.net', null],
  ['a@nhs.net\r\nBcc: v@evil.example', null],
  ['a@nhs.net,b@evil.example', null],
  ['<a@nhs.net>', null],
  ['a@nhs.nеt', null],
  ['.a@nhs.net', null],
  ['a..b@nhs.net', null],
  [`${'a'.repeat(65)}@nhs.net`, null],
  ['a@-nhs.net', null],
  ['', null],
])('the address "%s" is kept as %s (T7)', (text, kept) => {
  expect(plainEmail(text)).toBe(kept);
});
