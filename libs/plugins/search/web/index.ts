export { searchWebPlugin } from './search.plugin';
