/** What others may see of exchange: what is exported from where, the file that hubs give each other, and its schema. */
export * from './addresses';
export * from './family';
export * from './family-files';
export * from './tidier';
