/** The server part of moderation. */
export { moderationPlugin } from './moderation.plugin';
