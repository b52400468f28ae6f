/** The server part of files. */
export { filesPlugin } from './files.plugin';
