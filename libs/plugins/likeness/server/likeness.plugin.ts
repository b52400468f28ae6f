/** Likeness: who among those that tried something is like one's own site, and what worked, or did not, at sites like it. */
import { definePlugin } from '@hub/core/server';
import sdl from '@hub/plugins/likeness/contract/schema.graphql';
import { interventionAdopters, likenessReads, siteTriedAlike } from './likeness.read';

export const likenessPlugin = definePlugin({
  id: 'likeness',
  needs: ['sites', 'interventions', 'adaptations'],
  schema: sdl,
  reads: likenessReads,
  readExtensions: [interventionAdopters, siteTriedAlike],
});
