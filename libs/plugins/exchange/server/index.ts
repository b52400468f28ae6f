export { exchangePlugin } from './exchange.plugin';
