/** The web part of administration. */
export { administrationWebPlugin } from './administration.plugin';
