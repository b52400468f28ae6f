import { isCodeAvailable, isPrinted } from './ways';

const local = { smtpUrl: null, demonstration: false, host: '127.0.0.1', publicUrl: null };

it('codes are printed on one’s own machine, where there is no mail server', () => {
  expect(isPrinted(local)).toBe(true);
  expect(isPrinted({ ...local, publicUrl: new URL('http://localhost:4000') })).toBe(true);
});

it.each([
  ['with a mail server', { smtpUrl: 'smtp://mail.example' }],
  ['in the demonstration, which keeps letters', { demonstration: true }],
  ['where it listens to others', { host: '0.0.0.0' }],
  ['behind a proxy that others reach', { publicUrl: new URL('https://hub.example.nhs.uk') }],
])('nothing is printed %s', (_case, settings) => {
  expect(isPrinted({ ...local, ...settings })).toBe(false);
});

it('there is no signing in by code where no letter could arrive', () => {
  expect(isCodeAvailable({ ...local, host: '0.0.0.0' })).toBe(false);
  expect(isCodeAvailable({ ...local, host: '0.0.0.0', smtpUrl: 'smtp://mail.example' })).toBe(true);
  expect(isCodeAvailable({ ...local, host: '0.0.0.0', demonstration: true })).toBe(true);
});
