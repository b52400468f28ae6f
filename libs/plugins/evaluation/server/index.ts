export { evaluationPlugin } from './evaluation.plugin';
