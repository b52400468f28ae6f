export { threadsWebPlugin } from './threads.plugin';
