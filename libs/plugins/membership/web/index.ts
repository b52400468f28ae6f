/** The web part of membership. */
export { membershipWebPlugin } from './membership.plugin';
