export { evaluationWebPlugin } from './evaluation.plugin';
