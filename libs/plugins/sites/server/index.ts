/** The server part of sites. */
export { sitesPlugin } from './sites.plugin';
