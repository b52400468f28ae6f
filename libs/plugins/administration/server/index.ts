/** The server part of administration. */
export { administrationPlugin } from './administration.plugin';
