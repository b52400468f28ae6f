import { settingsFrom } from '@hub/core/server';
import { signInSentence } from './sign-in-sentence';

const sentence = (env: Record<string, string> = {}) =>
  signInSentence(settingsFrom({ DATABASE_URL: 'postgres://x/y', ...env }), 'http://127.0.0.1:3000');
const oidc = {
  HUB_OIDC_ISSUER: 'https://id.example',
  HUB_OIDC_CLIENT_ID: 'hub',
  HUB_OIDC_CLIENT_SECRET: 's',
  HUB_OIDC_LABEL: 'your NHS account',
};

it('the demonstration has members to choose from', () => {
  expect(sentence({ HUB_DEMO: '1' })).toBeUndefined();
});

it('an empty hub on one’s own machine prints its codes, and says how the first administrator is named', () => {
  expect(sentence()).toBe(
    'open http://127.0.0.1:3000/sign-in, by a code, which is printed here because no mail server is set; ' +
      'HUB_ADMIN_EMAIL, which names the first administrator, is not set',
  );
  expect(sentence({ HUB_ADMIN_EMAIL: 'anna@nhs.net' })).toMatch(
    /whoever the settings name as the first administrator becomes one by signing in$/,
  );
});

it('with a mail server codes are sent, and a provider is named', () => {
  const said = sentence({ HUB_SMTP_URL: 'smtp://mail', HUB_PUBLIC_URL: 'https://hub.example.nhs.uk', ...oidc });
  expect(said).toMatch(
    /^open https:\/\/hub\.example\.nhs\.uk\/sign-in, by a code sent to your address, or with your NHS account;/,
  );
});

it('where no code could arrive it says so', () => {
  expect(sentence({ HOST: '0.0.0.0' })).toMatch(/^nobody can sign in yet/);
  expect(sentence({ HOST: '0.0.0.0', ...oidc })).toMatch(/\/sign-in, with your NHS account;/);
});

it('names nobody’s address', () => {
  expect(sentence({ HUB_ADMIN_EMAIL: 'anna@nhs.net' })).not.toContain('anna');
});
