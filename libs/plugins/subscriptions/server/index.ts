/** The server part of subscriptions. */
export { subscriptionsPlugin } from './subscriptions.plugin';
