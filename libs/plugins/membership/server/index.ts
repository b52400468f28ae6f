/** The server part of membership. */
export { membershipPlugin } from './membership.plugin';
