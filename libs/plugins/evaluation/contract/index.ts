/** What others may see of evaluations: the kind, what happens to them, their vocabulary, and what one must say to be published. */
export * from './events';
export * from './kinds';
export * from './publication';
export * from './vocabulary';
