export { identityWebPlugin } from './identity.plugin';
