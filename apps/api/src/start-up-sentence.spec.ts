import { startUpSentence } from './start-up-sentence';

const env = { PORT: '4000', HOST: '10.9.9.9', DATABASE_URL: 'postgres://hub:secret@db.example:5432/hub' };
const failing = (code: string, message = 'x') => Object.assign(new Error(message), { code });

it.each([
  ['EADDRINUSE', /^Port 4000 is in use/],
  ['EACCES', /^The hub may not listen on port 4000/],
  ['EADDRNOTAVAIL', /^This machine has no address 10.9.9.9/],
  ['ECONNREFUSED', /^The database at db.example:5432 cannot be reached/],
  ['28P01', /^The database at db.example:5432 refused the user name or password/],
  ['3D000', /^The database that DATABASE_URL names does not exist/],
])('%s ends in one clear sentence', (code, sentence) => {
  expect(startUpSentence(failing(code), env)).toMatch(sentence);
});

it.each([
  ['EADDRINUSE', 'Port 9464 is in use. Stop what uses it, or choose another with HUB_OPERATING_PORT.'],
  ['EACCES', 'The hub may not listen on port 9464. Choose a port above 1023 with HUB_OPERATING_PORT.'],
])('%s of the port for operators names that port and its setting', (code, sentence) => {
  const error = Object.assign(failing(code), { port: 9464 });

  expect(startUpSentence(error, { ...env, HUB_OPERATING_PORT: '9464' })).toBe(sentence);
});

it('never shows the password or a stack trace', () => {
  const sentence =
    startUpSentence(new AggregateError([failing('ECONNREFUSED')]), env) +
    startUpSentence(new Error('odd\n    at x.ts:1'), env);

  expect(sentence).not.toMatch(/secret|x\.ts/);
});
