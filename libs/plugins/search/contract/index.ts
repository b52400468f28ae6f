/** What others may see of search: the point where kinds make themselves findable, and saved searches. */
export * from './points';
export * from './saved-search';
