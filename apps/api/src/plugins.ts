/** The plugins of this hub, in order: what a plugin needs comes before it. */
import type { ServerPlugin } from '@hub/core/server';
import { adaptationsPlugin } from '@hub/plugins/adaptations/server';
import { administrationPlugin } from '@hub/plugins/administration/server';
import { communitiesPlugin } from '@hub/plugins/communities/server';
import { evaluationPlugin } from '@hub/plugins/evaluation/server';
import { filesPlugin } from '@hub/plugins/files/server';
import { exchangePlugin } from '@hub/plugins/exchange/server';
import { identityPlugin } from '@hub/plugins/identity/server';
import { interventionsPlugin } from '@hub/plugins/interventions/server';
import { likenessPlugin } from '@hub/plugins/likeness/server';
import { membershipPlugin } from '@hub/plugins/membership/server';
import { moderationPlugin } from '@hub/plugins/moderation/server';
import { searchPlugin } from '@hub/plugins/search/server';
import { sitesPlugin } from '@hub/plugins/sites/server';
import { subscriptionsPlugin } from '@hub/plugins/subscriptions/server';
import { threadsPlugin } from '@hub/plugins/threads/server';

export const plugins: readonly ServerPlugin[] = [
  sitesPlugin,
  identityPlugin,
  membershipPlugin,
  interventionsPlugin,
  adaptationsPlugin,
  threadsPlugin,
  communitiesPlugin,
  filesPlugin,
  subscriptionsPlugin,
  administrationPlugin,
  searchPlugin,
  likenessPlugin,
  evaluationPlugin,
  exchangePlugin,
  moderationPlugin,
];
