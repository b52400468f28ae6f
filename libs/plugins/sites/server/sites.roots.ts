/** How the Query fields of sites are read. */
import { byExpression, many, type RootRead } from '@hub/core/server';
import { siteRef, vanguardRef } from '@hub/plugins/sites/contract';

export const sitesRoots: Readonly<Record<string, RootRead>> = {
  viewer: byExpression('Member', ({ viewer }) => viewer.ref),
  sites: many('Site', { order: 'NAME' }),
  site: byExpression('Site', ({ arg }) => arg('slug', 'text', siteRef)),
  vanguards: many('Vanguard', { order: 'LIST' }),
  vanguard: byExpression('Vanguard', ({ arg }) => arg('slug', 'text', vanguardRef)),
};
