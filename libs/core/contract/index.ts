export * from './care-model';
export * from './domain-event';
export * from './entity-ref';
export * from './extension-point';
export * from './text';
export * from './transaction';
export * from './viewer';
export * from './visibility';
