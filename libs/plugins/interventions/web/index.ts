/** The interventions plugin on the web. */
export { interventionsWebPlugin } from './interventions.plugin';
