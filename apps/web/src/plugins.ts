/** The web plugins of this hub, in the same order as the server's. */
import type { WebPlugin } from '@hub/core/web';
import { adaptationsWebPlugin } from '@hub/plugins/adaptations/web';
import { interventionsWebPlugin } from '@hub/plugins/interventions/web';
import { searchWebPlugin } from '@hub/plugins/search/web';
import { sitesWebPlugin } from '@hub/plugins/sites/web';
import { subscriptionsWebPlugin } from '@hub/plugins/subscriptions/web';
import { threadsWebPlugin } from '@hub/plugins/threads/web';

export const webPlugins: readonly WebPlugin[] = [
  sitesWebPlugin,
  interventionsWebPlugin,
  adaptationsWebPlugin,
  threadsWebPlugin,
  subscriptionsWebPlugin,
  searchWebPlugin,
];
