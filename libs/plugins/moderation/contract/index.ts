/** What others may see of moderation: its ids and pages, why something is reported and what is decided, and what happens. */
export * from './events';
export * from './kinds';
