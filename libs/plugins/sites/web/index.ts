/** The sites plugin on the web. */
export { sitesWebPlugin } from './sites.plugin';
