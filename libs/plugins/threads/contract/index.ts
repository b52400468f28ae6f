/** What others may see of threads: the kind and its references, what happens in them, and the reactions that there are. */
export * from './events';
export * from './kinds';
export * from './moderation';
export * from './points';
export * from './promotion';
export * from './reactions';
export * from './shared-views';
export * from './threads';
