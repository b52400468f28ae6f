/** The web plugins of this hub, in the same order as the server's. */
import type { WebPlugin } from '@hub/core/web';
import { adaptationsWebPlugin } from '@hub/plugins/adaptations/web';
import { administrationWebPlugin } from '@hub/plugins/administration/web';
import { communitiesWebPlugin } from '@hub/plugins/communities/web';
import { evaluationWebPlugin } from '@hub/plugins/evaluation/web';
import { filesWebPlugin } from '@hub/plugins/files/web';
import { exchangeWebPlugin } from '@hub/plugins/exchange/web';
import { identityWebPlugin } from '@hub/plugins/identity/web';
import { interventionsWebPlugin } from '@hub/plugins/interventions/web';
import { likenessWebPlugin } from '@hub/plugins/likeness/web';
import { membershipWebPlugin } from '@hub/plugins/membership/web';
import { moderationWebPlugin } from '@hub/plugins/moderation/web';
import { searchWebPlugin } from '@hub/plugins/search/web';
import { sitesWebPlugin } from '@hub/plugins/sites/web';
import { subscriptionsWebPlugin } from '@hub/plugins/subscriptions/web';
import { threadsWebPlugin } from '@hub/plugins/threads/web';

export const webPlugins: readonly WebPlugin[] = [
  sitesWebPlugin,
  identityWebPlugin,
  membershipWebPlugin,
  interventionsWebPlugin,
  adaptationsWebPlugin,
  threadsWebPlugin,
  communitiesWebPlugin,
  filesWebPlugin,
  subscriptionsWebPlugin,
  administrationWebPlugin,
  searchWebPlugin,
  likenessWebPlugin,
  evaluationWebPlugin,
  exchangeWebPlugin,
  moderationWebPlugin,
];
