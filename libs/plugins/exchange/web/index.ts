export { exchangeWebPlugin } from './exchange.plugin';
