import type { HttpAdapterHost } from '@nestjs/core';
import { settingsFrom } from '../settings';
import { definePlugin } from './define';
import { Links } from './links';
import { PluginList } from './plugin-list';

const plugins = new PluginList([
  definePlugin({
    id: 'sites',
    kinds: [
      { kind: 'site', type: 'Site', page: '/sites/:name' },
      { kind: 'note', type: 'Note' },
    ],
  }),
]);
const host = {
  httpAdapter: { getHttpServer: () => ({ address: () => ({ port: 4321 }) }) },
} as unknown as HttpAdapterHost;

const linksOf = (env: Record<string, string>) =>
  new Links(plugins, settingsFrom({ DATABASE_URL: 'postgres://x', ...env }), host);

describe('A link that leaves the hub', () => {
  it('is absolute, by the public address', () => {
    const links = linksOf({ HUB_PUBLIC_URL: 'https://hub.example.nhs.uk/' });

    expect(links.addressOf('site:network/northvale')).toBe('https://hub.example.nhs.uk/sites/northvale');
    expect(links.addressOf('site:network/northvale', '/compare')).toMatch(/\/sites\/northvale\/compare$/);
    expect(links.absolute('/account')).toBe('https://hub.example.nhs.uk/account');
  });

  it('is on the loopback address and the port listened on where there is no public one', () => {
    expect(linksOf({}).addressOf('site:network/northvale')).toBe('http://127.0.0.1:4321/sites/northvale');
  });

  it('goes to the home page for a kind without pages', () => {
    expect(linksOf({}).pageOf('note:network/a')).toBe('/');
  });

  it('tells whose page is at a path', () => {
    expect(linksOf({}).entityAt('/sites/northvale')).toEqual({ kind: 'site', namespace: null, name: 'northvale' });
    expect(linksOf({}).entityAt('/notes/a')).toBeNull();
  });
});
