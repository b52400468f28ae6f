export { subscriptionsWebPlugin } from './subscriptions.plugin';
