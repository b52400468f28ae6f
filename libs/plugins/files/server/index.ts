/** The server part of files. */
export { filesPlugin } from './files.plugin';
export { keptFiles } from './storage/kept-files';
