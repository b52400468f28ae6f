/** The web part of moderation. */
export { moderationWebPlugin } from './moderation.plugin';
