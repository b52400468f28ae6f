/** The web part of files. */
export { filesWebPlugin } from './files.plugin';
