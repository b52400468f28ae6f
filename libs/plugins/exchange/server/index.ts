export { importByHand } from './by-hand';
export { exchangePlugin } from './exchange.plugin';
