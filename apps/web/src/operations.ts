/** Every operation that the hub's pages send, found when they are built: what a server may be told to trust. */
import { composeWebPlugins, coreWebPlugin, operationsSent } from '@hub/core/web';
import { webPlugins } from './plugins';

const documents = import.meta.glob('../../../libs/**/web/**/*.generated.ts', { eager: true });

export const operations = operationsSent(
  composeWebPlugins([coreWebPlugin, ...webPlugins]),
  Object.values(documents).flatMap((module) => Object.values(module)),
);
