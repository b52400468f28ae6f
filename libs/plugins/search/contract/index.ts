/** What others may see of search: the point where kinds make themselves findable. */
export * from './points';
