/** What others may see of communities. */
export * from './events';
export * from './kinds';
export * from './resources';
