/** The server part of search. */
export { searchPlugin } from './search.plugin';
export { SearchIndex } from './search-index';
