/** The server part of interventions. */
export { interventionsPlugin } from './interventions.plugin';
