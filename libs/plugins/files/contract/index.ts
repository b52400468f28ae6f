/** What others may see of files: which may be sent, how and where, and the ids of what is attached. */
export * from './events';
export * from './file-types';
export * from './ids';
export * from './upload';
