/** The server part of threads. */
export { threadsPlugin } from './threads.plugin';
