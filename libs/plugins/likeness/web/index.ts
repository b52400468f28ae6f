export { likenessWebPlugin } from './likeness.plugin';
