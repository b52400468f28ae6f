export { likenessPlugin } from './likeness.plugin';
