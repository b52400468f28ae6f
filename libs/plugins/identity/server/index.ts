/** The server part of identity. */
export { identityPlugin } from './identity.plugin';
export { isPrinted } from './ways';
