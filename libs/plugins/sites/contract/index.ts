/** What others may see of sites: kinds of entity, roles and how people join, and the words of the publications for what a site is like. */
export * from './archive';
export * from './context-factors';
export * from './events';
export * from './kinds';
export * from './members';
export * from './roles';
export * from './shared-views';
