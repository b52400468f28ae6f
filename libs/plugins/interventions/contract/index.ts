/** What others may see of interventions: the kind, its sections, what happens to them, and how another plugin makes one. */
export * from './archive';
export * from './components';
export * from './conflict';
export * from './credits';
export * from './demonstration';
export * from './description';
export * from './drafts';
export * from './events';
export * from './kinds';
export * from './publication';
export * from './section-items';
export * from './segments';
export * from './shared-views';
