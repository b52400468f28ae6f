/** What others may know of administration: the network's roles in words, and what it tells of in the outbox. */
export * from './events';
export * from './network-roles';
