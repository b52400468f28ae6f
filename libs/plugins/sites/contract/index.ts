/** What others may see of sites: the kinds of entity, and the words of the publications for what a site is like. */
export * from './context-factors';
export * from './kinds';
