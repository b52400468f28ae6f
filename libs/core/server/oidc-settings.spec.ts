import { oidcSettings } from './oidc-settings';

const client = { HUB_OIDC_CLIENT_ID: 'hub', HUB_OIDC_CLIENT_SECRET: 'secret' };

it('without an issuer there is no provider', () => {
  expect(oidcSettings({})).toBeNull();
});

it('an issuer is https; plain http is for this machine alone (S11)', () => {
  for (const HUB_OIDC_ISSUER of ['https://id.example', 'http://127.0.0.1:4000', 'http://localhost:4000'])
    expect(oidcSettings({ HUB_OIDC_ISSUER, ...client })?.issuer.origin).toBe(HUB_OIDC_ISSUER);
  for (const HUB_OIDC_ISSUER of ['http://id.example', 'http://127.0.0.1.evil.example', 'ftp://127.0.0.1'])
    expect(() => oidcSettings({ HUB_OIDC_ISSUER, ...client })).toThrow(/must be an https address/);
  expect(() => oidcSettings({ HUB_OIDC_ISSUER: 'nonsense', ...client })).toThrow(/must be a full address/);
});

it('an issuer needs a client and its secret', () => {
  expect(() => oidcSettings({ HUB_OIDC_ISSUER: 'https://id.example' })).toThrow(/also needs HUB_OIDC_CLIENT_ID/);
});

it('levels of a second step are told with commas or spaces', () => {
  const settings = { HUB_OIDC_ISSUER: 'https://id.example', ...client, HUB_OIDC_SECOND_FACTOR_ACRS: 'aal2, aal3' };
  expect(oidcSettings(settings)?.secondFactorAcrs).toEqual(['aal2', 'aal3']);
});
