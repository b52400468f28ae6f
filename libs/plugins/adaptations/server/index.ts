/** The server part of adaptations. */
export { adaptationsPlugin } from './adaptations.plugin';
