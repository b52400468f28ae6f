/** What others may see of adaptations: the kind, the stages, the FRAME codes, the domain events. */
export * from './archive';
export * from './check-in';
export * from './events';
export * from './findings';
export * from './frame';
export * from './kinds';
export * from './outcomes';
export * from './place-differences';
export * from './shared-views';
export * from './statements';
export * from './tasks';
export * from './merge.rules';
export * from './stages';
